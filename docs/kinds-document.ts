import { mostCounted } from '../functions/notification/kind-overrides.ts'
import type { KindPolicy } from '../functions/notification/kind-policy.ts'
import { defaultKinds, kinds, longestValidity } from '../functions/notification/kinds.ts'
import { kindRules } from '../infra/kind-rules.ts'
import { markdownTable } from './markdown-table.ts'

const units = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
] as const

/** The largest unit of which it is a whole number, but 24 h for a day: "90 s", "5 min", "24 h", "30 d". */
const inWords = (seconds: number): string => {
  const [size, unit] = units.find(([one]) => seconds % one === 0 && seconds > one) ?? units[3]
  return `${seconds / size} ${unit}`
}

const yesOrNo = (value: boolean) => (value ? 'yes' : 'no')

const windows = ({ frequency }: KindPolicy) =>
  frequency.map(({ most, seconds }) => `${most} in ${inWords(seconds)}`).join(', ') || 'any'

/** What each value of the table means, and how it reads. */
const values = {
  validForSeconds: [
    'is of use for, counted from the request, or from its `sendAfter`',
    ({ validForSeconds }) => inWords(validForSeconds),
  ],
  awaitsReceipt: ['ends by a receipt; else by the carrier’s acceptance', ({ awaitsReceipt }) => yesOrNo(awaitsReceipt)],
  receiptWaitSeconds: [
    'waits for its receipt, at most',
    ({ awaitsReceipt, receiptWaitSeconds }) => (awaitsReceipt ? inWords(receiptWaitSeconds) : 'not at all'),
  ],
  urgent: ['somebody waits for it now: waits no longer than its carrier usually takes', ({ urgent }) => yesOrNo(urgent)],
  resendsOnSilence: [
    'a silence or an unknown answer lets another carrier send it',
    ({ resendsOnSilence }) => yesOrNo(resendsOnSilence),
  ],
  mostPossiblySent: ['attempts of which nobody may know that they failed', ({ mostPossiblySent }) => String(mostPossiblySent)],
  mostParts: ['parts of one text, at most', ({ mostParts }) => String(mostParts)],
  mostPriceUsd: ['US dollars for one text, at most', ({ mostPriceUsd }) => String(mostPriceUsd)],
  isTransactional: ['what SNS sends it as', ({ isTransactional }) => (isTransactional ? 'Transactional' : 'Promotional')],
  suppressedBy: ['is not sent to who refused', ({ suppressedBy }) => suppressedBy.join(', ')],
  needsConsent: ['is sent only to who asked for it', ({ needsConsent }) => yesOrNo(needsConsent)],
  keepsQuietHours: ['waits while it is night for the recipient', ({ keepsQuietHours }) => yesOrNo(keepsQuietHours)],
  frequency: ['texts to one recipient, at most', windows],
  budgetParts: ['parts of all its texts in a day, at most', ({ budgetParts }) => budgetParts.toLocaleString('en')],
  countries: ['goes to', ({ countries }) => countries?.join(', ') ?? '`allowedCountries`'],
} as const satisfies Readonly<Record<keyof KindPolicy, readonly [meaning: string, said: (policy: KindPolicy) => string]>>

const table = () =>
  markdownTable(
    ['', 'value', ...kinds],
    Object.entries(values).map(([field, [meaning, said]]) => [
      meaning,
      `\`${field}\``,
      ...kinds.map((kind) => said(defaultKinds[kind])),
    ]),
  )

const refusals = () =>
  markdownTable(
    ['value', 'is refused where it breaks this'],
    kindRules.map(({ field, sentence }) => [`\`${field}\``, sentence]),
  )

/** docs/kinds.md as it must be now. */
export const kindsDocument = (): string => `# Kinds

Written by \`npm run docs\` from the table in \`functions/notification/kinds.ts\`, the only place that knows what a kind may do. A template
names its kind; nothing else of a request does.

${table()}

## What a deployment says otherwise

Any value but \`mostParts\`, by which templates are checked before a deployment is known. Times are in whole seconds:

\`\`\`sh
npx cdk deploy -c heliograph.allowedCountries='["US","DE"]' -c heliograph.kinds.order.receiptWaitSeconds=600 \\
  -c heliograph.kinds.marketing='{"budgetParts":50000,"countries":["DE"],"frequency":[{"most":2,"seconds":604800}]}'
\`\`\`

Or in \`kinds\` of its record in \`infra/deployments.ts\`. A list replaces ours as a whole; all limits of a list hold. Nothing is valid for
longer than ${longestValidity / 3_600} h, and a frequency counts at most ${mostCounted.most} texts in ${inWords(mostCounted.seconds)}. The table that comes of it is judged before
anything is deployed:

${refusals()}
`
