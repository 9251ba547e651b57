/** Enough of a number to look a person up by; shorter runs of digits are anyone's order number. */
export const tellingDigits = 7

const digitsOf = (text: string) => text.replaceAll(/\D/g, '')

/**
 * Whether an id holds the end of a number, however it is punctuated: ids stand in execution names, logs and events, numbers never.
 * @param id e.g. "otp-415-555-0123"
 * @param to e.g. "+14155550123"
 */
export const revealsNumber = (id: string, to: string): boolean => {
  const telling = digitsOf(to).slice(-tellingDigits)
  return telling.length === tellingDigits && digitsOf(id).includes(telling)
}
