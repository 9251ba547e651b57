/** Words that stand in every input of these tests, and nowhere else: in no answer, message, rejection, metric or log line. */
export const canaryWord = 'CaNaRy'
export const canaryNumber = '+14155550199'

const canaries = /canary|4155550199/i

/** Whether anything of an input is quoted. */
export const quotesInput = (said: unknown): boolean => canaries.test(typeof said === 'string' ? said : JSON.stringify(said))
