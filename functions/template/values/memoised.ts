/**
 * Makes each thing once: what Intl formats with costs a hundred times more to make than to use. For arguments that come
 * from templates, of which a deployment has few, and never from a requester.
 */
export const memoised = <Option extends string | number, Made>(make: (locale: string, option: Option) => Made) => {
  const made = new Map<string, Map<Option, Made>>()
  return (locale: string, option: Option): Made => {
    const ofLocale = made.get(locale) ?? new Map<Option, Made>()
    const one = ofLocale.get(option) ?? make(locale, option)
    if (!ofLocale.has(option)) made.set(locale, ofLocale.set(option, one))
    return one
  }
}
