/**
 * What a recipient may answer to get no more marketing, in capitals, whatever the language: the words that carriers honour.
 * Source: https://docs.aws.amazon.com/sns/latest/dg/sms_manage.html (opting out)
 */
const replies = ['STOP', 'UNSUBSCRIBE', 'OPT OUT', 'OPTOUT', 'OPT-OUT', 'ARRET', 'QUIT', 'REMOVE']

/** What says beside a link that one may opt out there, by language, in any case. A language that is not here has the replies. */
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

/** A word on its own; in Chinese, where words are not apart, anywhere. */
const holdsWord = (text: string, word: string) =>
  /\p{Script=Han}/u.test(word)
    ? text.includes(word)
    : new RegExp(
        `(?<![\\p{Script=Latin}\\p{Script=Greek}])${RegExp.escape(word)}(?![\\p{Script=Latin}\\p{Script=Greek}])`,
        'u',
      ).test(text)

/** Whether a text says how to get no more of its kind. */
export const saysHowToOptOut = (text: string, locale: string): boolean => {
  const [language = ''] = locale.split('-')
  const own = Object.hasOwn(wordings, language) ? (wordings[language] ?? []) : []
  return replies.some((word) => holdsWord(text, word)) || own.some((word) => holdsWord(text.toLowerCase(), word))
}
