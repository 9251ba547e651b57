/**
 * What a recipient may answer to get no more marketing, in capitals, whatever the language: the words that carriers honour.
 * Source: https://docs.aws.amazon.com/sns/latest/dg/sms_manage.html (opting out)
 */
const replies = ['STOP', 'UNSUBSCRIBE', 'OPT OUT', 'OPTOUT', 'OPT-OUT', 'ARRET', 'QUIT', 'REMOVE']

/** What else may be answered, by language, in a text that has one of its wordings as well. */
const ownReplies: Readonly<Record<string, readonly string[]>> = { zh: ['回复T', '回复R', '回复N', '回覆T', '回覆R', '回覆N'] }

/** What says before a link that one may opt out there, by language, in any case. A language that is not here has the replies. */
const wordings: Readonly<Record<string, readonly string[]>> = {
  de: ['abmelden', 'abbestellen', 'abmeldung'],
  el: ['διαγραφή', 'απεγγραφή'],
  en: ['unsubscribe', 'opt out', 'opt-out'],
  es: ['baja', 'cancelar suscripción'],
  fr: ['désabonner', 'désinscrire', 'désinscription', 'désabonnement'],
  it: ['disiscriverti', 'disiscrizione', 'cancellati'],
  nl: ['afmelden', 'uitschrijven'],
  pl: ['wypisz', 'rezygnacja', 'zrezygnuj'],
  pt: ['cancelar', 'sair'],
  zh: ['退订', '拒收'],
}

const letter = '[\\p{Script=Latin}\\p{Script=Greek}]'

/** A word on its own, not joined by a hyphen ("NON-STOP"); in Chinese, where words are not apart, anywhere. */
const onItsOwn = (word: string): string =>
  /\p{Script=Han}/u.test(word)
    ? RegExp.escape(word)
    : `(?<!${letter}|[\\p{Pd}]|NON )${RegExp.escape(word)}(?!${letter}|[\\p{Pd}]${letter})`

const holdsOneOf = (text: string, words: readonly string[]) => words.some((word) => new RegExp(onItsOwn(word), 'u').test(text))

const of = (byLanguage: Readonly<Record<string, readonly string[]>>, locale: string): readonly string[] => {
  const [language = ''] = locale.split('-')
  return (Object.hasOwn(byLanguage, language) ? byLanguage[language] : undefined) ?? []
}

/** Whether a text says what to answer to get no more of its kind. */
export const asksForReply = (text: string, locale: string): boolean =>
  holdsOneOf(text, replies) || (holdsOneOf(text, of(ownReplies, locale)) && holdsOneOf(text.toLowerCase(), of(wordings, locale)))

/** Stands for any link; no text may hold it. */
export const linkMark = '\ufffc'

/** Whether a wording is followed by a link, in one sentence and soon: only then it is the one by which people opt out. */
export const leadsOut = (text: string, locale: string): boolean => {
  const known = of(wordings, locale)
  return (known.length > 0 ? known : replies.map((word) => word.toLowerCase())).some((word) =>
    new RegExp(`${onItsOwn(word)}[^.!?。！？${linkMark}]{0,30}${linkMark}`, 'u').test(text.toLowerCase()),
  )
}
