import { tellingDigits } from '../request/reveals-number.ts'

/** As 2026-11-23: eight digits that are nobody's number. */
const day = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g

/** Digits of any script, with what people write between those of a number. */
const number = new RegExp(`\\p{Nd}(?:[\\s()./_-]{0,3}\\p{Nd}){${tellingDigits - 1}}`, 'u')

/** Whether words hold a run of digits by which somebody could be looked up, e.g. "+1 (415) 555-0123"; a day is none. */
export const holdsNumber = (words: string): boolean => number.test(words.replaceAll(day, 'day'))
