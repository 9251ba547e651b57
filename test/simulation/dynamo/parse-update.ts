import type { Operand } from './parse-condition.ts'
import { parserOf } from './parsed.ts'
import { notSimulated } from './refusals.ts'
import type { Reader } from './tokens.ts'

/** What an attribute is set to. */
export type Source =
  | Operand
  | { readonly unlessThere: string; readonly otherwise: Source }
  | { readonly sign: 1 | -1; readonly one: Source; readonly other: Source }

export interface Update {
  readonly set: readonly { readonly path: string; readonly to: Source }[]
  readonly remove: readonly string[]
  readonly add: readonly { readonly path: string; readonly value: Operand }[]
}

const single = (reader: Reader): Source => {
  const value = reader.value()
  if (value !== undefined) return { value }
  if (reader.isCall(['list_append'])) throw notSimulated('the function list_append')
  if (!reader.isCall(['if_not_exists'])) return { path: reader.name() }
  reader.expect('if_not_exists')
  reader.expect('(')
  const unlessThere = reader.name()
  reader.expect(',')
  const otherwise = single(reader)
  reader.expect(')')
  return { unlessThere, otherwise }
}

const source = (reader: Reader): Source => {
  const one = single(reader)
  if (reader.takes('+')) return { sign: 1, one, other: single(reader) }
  if (reader.takes('-')) return { sign: -1, one, other: single(reader) }
  return one
}

const setting = (reader: Reader) => {
  const path = reader.name()
  reader.expect('=')
  return { path, to: source(reader) }
}

const adding = (reader: Reader) => {
  const path = reader.name()
  const value = reader.value()
  if (value === undefined) throw reader.unexpected()
  return { path, value: { value } }
}

const listOf = <One>(reader: Reader, one: (reader: Reader) => One): One[] => {
  const all = [one(reader)]
  while (reader.takes(',')) all.push(one(reader))
  return all
}

/** Reads an update: SET, REMOVE and ADD, each at most once, in any order. */
export const parseUpdate = parserOf((reader): Update => {
  const update: { -readonly [clause in keyof Update]?: Update[clause] } = {}
  while (!reader.isDone()) {
    if (update.set === undefined && reader.takes('SET')) update.set = listOf(reader, setting)
    else if (update.remove === undefined && reader.takes('REMOVE')) update.remove = listOf(reader, (one) => one.name())
    else if (update.add === undefined && reader.takes('ADD')) update.add = listOf(reader, adding)
    else if (reader.takes('DELETE')) throw notSimulated('DELETE from a set')
    else throw reader.unexpected()
  }
  return { set: update.set ?? [], remove: update.remove ?? [], add: update.add ?? [] }
})
