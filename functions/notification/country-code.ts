import * as z from 'zod'

/** ISO 3166-1 alpha-2, e.g. "US". */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters')
