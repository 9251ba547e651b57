import type { Template } from '../template.ts'
import { slotsUsedIn } from '../text-pieces.ts'

/** Whether a text can be filled: with a slot that is not declared, it has no longest form. */
export const areSlotsKnown = (slots: Template['slots'], text = ''): boolean =>
  slotsUsedIn(text).every((slot) => Object.hasOwn(slots, slot))
