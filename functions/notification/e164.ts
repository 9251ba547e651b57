/**
 * The shape of a number as E.164 writes it: a plus sign and 7 to 15 digits, the first not 0, and nothing else, e.g. "+14155550123". Whether
 * there is such a number, it does not say.
 */
export const e164 = /^\+[1-9]\d{6,14}$/
