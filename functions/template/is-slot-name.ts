import { isQuotable } from '../notification/field-of.ts'

/**
 * Whether a slot may be called so: 1–40 letters, digits and underscores, a letter first, at most three digits (so that a
 * sentence may name it), and nothing that JavaScript objects inherit, like `constructor`.
 */
export const isSlotName = (name: string): boolean =>
  /^[A-Za-z][A-Za-z0-9_]*$/.test(name) && isQuotable(name) && !(name in Object.prototype) && name !== 'prototype'

/** The same as what is said of a field. */
export const slotNameRule =
  'must be called by letters, digits (at most three) and underscores, a letter first, at most 40 in all, and not like a property of JavaScript objects'
