/**
 * Whether a text holds a link, or what a phone would make one of: a scheme (`://`), `www.`, or a bare domain.
 *
 * A bare domain is taken to be a full stop between a letter or digit and two letters, for every domain name has such a
 * place (before its top-level domain), while dates (24.11.2026), prices (1.299,00) and abbreviations (z.B.) have not. It
 * is deliberately strict: a list of top-level domains ages, and phones make links of names no list knew. So `Co.KG`
 * is refused as well, and `Co. KG` is not. Linear: a place is four characters long.
 */
export const holdsLink = (text: string): boolean => text.includes('://') || /www\.|[\p{L}\p{M}\p{N}]\.\p{L}{2}/iu.test(text)
