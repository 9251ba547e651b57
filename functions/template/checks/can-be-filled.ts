import { parseText } from '../parse-text.ts'
import type { Template } from '../template.ts'

/** Whether a text can be filled: with a placeholder that cannot be read, or a slot that is not declared, it has no longest form. */
export const canBeFilled = (slots: Template['slots'], text = ''): boolean => {
  const { ok, pieces } = parseText(text)
  return ok && pieces.every((piece) => !('slot' in piece) || Object.hasOwn(slots, piece.slot))
}
