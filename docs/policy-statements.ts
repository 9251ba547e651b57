import { said, type Value } from './template-words.ts'

export interface Statement {
  readonly Effect: 'Allow' | 'Deny'
  readonly Action: string | readonly string[]
  readonly Resource: Value | readonly Value[]
  readonly Principal?: '*' | { readonly AWS?: Value | readonly Value[]; readonly Service?: string | readonly string[] }
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Value | readonly Value[]>>>>
}
export interface Document {
  readonly Statement: readonly Statement[]
}

export const listed = <Item>(items: Item | readonly Item[]): readonly Item[] => (isList(items) ? items : [items])

const isList = <Item>(items: Item | readonly Item[]): items is readonly Item[] => Array.isArray(items)

/** Whom a statement of a resource's policy is about, e.g. "events.amazonaws.com" */
export const whoIs = (principal: Statement['Principal']): string => {
  if (typeof principal !== 'object') return principal ?? ''
  return principal.AWS ? listed(principal.AWS).map(said).join(' ') : listed(principal.Service ?? '').join(' ')
}
