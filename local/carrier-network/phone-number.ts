import * as z from 'zod'

/** E.164, e.g. "+14155550123": at most 15 digits, the first not 0. No number in use has fewer than 7. */
export const PhoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be a number in E.164, e.g. +14155550123')
