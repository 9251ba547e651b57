import type { Target } from '../target.ts'

/**
 * What a check found, in a sentence, and in another what to do about it: of a fault, texts or what is heard of them are lost; of advice,
 * none are, and somebody should look all the same. What nobody could ask is unknown, not fine.
 */
export type Finding = { readonly says: string } & (
  | { readonly state: 'fine' }
  | { readonly state: 'fault' | 'advice' | 'unknown'; readonly remedy: string }
)

/** By which check it was found. */
export type Found = { readonly check: string } & Finding

/** Looks at one thing that has to be right before texts can go, and changes nothing. */
export interface Check {
  readonly name: string
  readonly look: (target: Target) => Promise<Finding>
}

export const fine = (says: string): Finding => ({ state: 'fine', says })
export const fault = (says: string, remedy: string): Finding => ({ state: 'fault', says, remedy })
export const advice = (says: string, remedy: string): Finding => ({ state: 'advice', says, remedy })
export const unknown = (says: string, remedy: string): Finding => ({ state: 'unknown', says, remedy })
