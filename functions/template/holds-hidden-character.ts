/**
 * Whether a text holds a character that a reader does not see but a phone obeys: controls (line breaks included),
 * zero-width and other invisible ones, and those that turn the direction of writing. With them a value could pass for
 * another one or rearrange the text around it. The two selectors that choose an emoji's style are left in peace.
 * Linear: one character decides. Source: Unicode, Cc, Zl, Zp, Bidi_Control, Default_Ignorable_Code_Point, U+FFF9–FFFB.
 */
export const holdsHiddenCharacter = (text: string): boolean => hidden.test(text)

const hidden = /[[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]--[\uFE0E\uFE0F]]/v
