import { Fault } from '../notification/fault.ts'
import { parseText } from './parse-text.ts'

/**
 * The text a recipient reads: every slot replaced by its parameter, in NFC.
 * One pass: what is inserted is never read again, so a value cannot bring a slot of its own.
 * @param text of a checked template, e.g. "Shop: {{code}} is your code."
 * @param params judged by `judgeParameters`, e.g. { code: "123456" }
 * @throws a fault, naming the slot at most, when text or parameters had not been checked
 */
export const render = (text: string, params: Readonly<Record<string, string>>): string => {
  const parsed = parseText(text)
  if (!parsed.ok) throw new Fault(`the template's text cannot be read: it ${parsed.problems.join('; it ')}`)
  const words = parsed.pieces.map((piece) => ('literal' in piece ? piece.literal : parameterFor(piece.slot, params)))
  return words.join('').normalize('NFC')
}

const parameterFor = (slot: string, params: Readonly<Record<string, string>>): string => {
  const value = Object.hasOwn(params, slot) ? params[slot] : undefined
  if (value === undefined) throw new Fault(`the slot ${slot} has no parameter`)
  return value
}
