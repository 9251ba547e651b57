import type { Mutant } from '../mutant.ts'

const ofChecks = 'test/functions/template/check-template.test.ts'
const ofPlan = 'test/functions/validate/make-plan.test.ts'
const ofCost = 'test/functions/validate/judge-cost.test.ts'

/** What a template may say and cost, before a person looks at it and before a text is sent. */
export const checking: readonly Mutant[] = [
  {
    name: 'a retired template serves new requests',
    file: 'functions/validate/make-plan.ts',
    find: "isRetired ? refusedTemplate('template-retired', 'is retired') : ",
    replace: '',
    caughtBy: { file: ofPlan, test: 'a request that does not fit > is rejected when it is one whose template is retired' },
    breaks: 'F12',
  },
  {
    name: 'a parameter makes a text longer than its kind may be',
    file: 'functions/validate/judge-cost.ts',
    find: 'if (parts > mostParts)',
    replace: 'if (parts > 3)',
    caughtBy: {
      file: ofPlan,
      test: 'what a text costs > holds a text to the parts of its kind, since a parameter may make it longer than anybody meant',
    },
    breaks: 'F13',
  },
  {
    name: 'a price that nobody knows is nothing',
    file: 'functions/text/price-of.ts',
    find: 'return each === undefined ? undefined : {',
    replace: 'return {',
    caughtBy: {
      file: ofCost,
      test: 'the price of a text > is unknown where nobody told it, which is neither nothing nor too much',
    },
    breaks: 'F13',
  },
  {
    name: 'only the first carrier’s price counts',
    file: 'functions/validate/judge-cost.ts',
    find: 'Math.max(0, ...known.map(([, amount]) => amount))',
    replace: 'known[0]?.[1] ?? 0',
    caughtBy: {
      file: ofCost,
      test: 'the price of a text > is held to by the dearest carrier that could be fallen back to',
    },
    breaks: 'F13',
  },
  {
    name: 'a translation that drops the code passes',
    file: 'functions/template/checks/check-slots.ts',
    find: '!used.has(slot) && !meant.includes(slot)',
    replace: 'false',
    caughtBy: { file: ofChecks, test: 'a verification > holds its code' },
    breaks: 'F12',
  },
  {
    name: 'a longer address passes for a listed one',
    file: 'functions/template/checks/links-in.ts',
    find: '*(?![!-~]|',
    replace: '*(?!',
    caughtBy: { file: ofChecks, test: 'links > must be of the list: Shop: https://shop.example/help/x' },
    breaks: 'F12',
  },
  {
    name: 'a slot becomes the path of a link',
    file: 'functions/template/checks/words-of.ts',
    find: "slot.example : 'xx'",
    replace: "slot.example : ''",
    caughtBy: { file: ofChecks, test: 'links > are not put together by slots: Shop: {{orderNo}}.example' },
    breaks: 'F12',
  },
  {
    name: 'two slots put a link together',
    file: 'functions/template/compose.ts',
    find: 'if (holdsLink(searched',
    replace: 'if (!holdsLink && holdsLink(searched',
    caughtBy: {
      file: 'test/functions/template/compose.test.ts',
      test: 'composes no link out of {{a}}{{b}} and {"a":"evil","b":".com/x"}',
    },
    breaks: 'F12',
  },
  {
    name: 'a requester’s words may touch a letter of the text',
    file: 'functions/template/checks/check-joined.ts',
    find: "(before !== undefined && 'literal' in before && runsInto.test(before.literal)) ||",
    replace: '',
    caughtBy: { file: ofChecks, test: 'links > are not made by a requester’s words and what they touch: Shop: no{{orderNo}}' },
    breaks: 'F12',
  },
  {
    name: 'a rule that became stricter stops what was approved before it',
    file: 'functions/record/read-template.ts',
    find: "import { StoredVersion } from '../template/stored-version.ts'",
    replace: "import { Template as StoredVersion } from '../template/template.ts'",
    caughtBy: {
      file: 'test/functions/template/stored-version.test.ts',
      test: 'is what an approved version is read by, and no rule of today judges it again',
    },
    breaks: 'F12',
  },
  {
    name: 'a link to a sale passes for the way out',
    file: 'functions/template/checks/opt-out-words.ts',
    find: '[^.!?。！？',
    replace: '[^',
    caughtBy: {
      file: ofChecks,
      test: 'marketing > must say so in es and in its language: Shop: precios a la baja. https://shop.example/out',
    },
    breaks: 'F12',
  },
  {
    name: 'the longest word is taken for the dearest',
    file: 'functions/template/values/longest-of.ts',
    find: 'gsm: mostBy(septetsOnceSent,',
    replace: 'gsm: mostBy(lengthOf,',
    caughtBy: {
      file: 'test/functions/template/longest-text.test.ts',
      test: 'judges a slot by its neighbours: septets count in GSM',
    },
    breaks: 'F13',
  },
  {
    name: 'only the default language is held to the parts of its kind',
    file: 'functions/template/checks/check-parts.ts',
    find: 'longestText({ slots, texts, defaultLocale }, locale)',
    replace: 'longestText({ slots, texts, defaultLocale }, defaultLocale)',
    caughtBy: { file: ofChecks, test: 'the longest text > is judged in every language' },
    breaks: 'F13',
  },
  {
    name: 'a look-alike letter passes',
    file: 'functions/template/checks/check-scripts.ts',
    find: '  Cyrillic: /\\p{Script=Cyrillic}/u,\n',
    replace: '',
    caughtBy: { file: ofChecks, test: 'words > of an enum are looked at as well' },
    breaks: 'F12',
  },
  {
    name: 'marketing asks for replies to a name that takes none',
    file: 'functions/template/checks/check-opt-out.ts',
    find: 'senderId !== undefined && !hasLink',
    replace: 'false',
    caughtBy: {
      file: ofChecks,
      test: 'marketing > does not ask for replies to a name that takes none, unless a link leads out as well',
    },
    breaks: 'F12',
  },
  {
    name: 'a stack is deployed although its own templates fail',
    file: 'infra/app.ts',
    find: "  if (!templates.ok) throw new Error(templates.problems.join('\\n'))\n",
    replace: '  void templates\n',
    caughtBy: { file: 'test/infra/app.test.ts', test: 'refuses a stack whose own templates fail, and says where' },
    breaks: 'F12',
  },
]
