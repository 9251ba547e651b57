/**
 * A locale in its one right spelling, e.g. "en-GB" for "EN-gb"; undefined for what is no BCP 47 tag or is longer than
 * 35 characters, which RFC 5646 §4.4.1 calls enough.
 */
export const canonicalLocale = (tag: string): string | undefined => {
  if (tag.length > 35) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch (error) {
    if (error instanceof RangeError) return undefined // what Intl throws for a malformed tag, and for nothing else
    throw error
  }
}
