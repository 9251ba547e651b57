import type { Fields, Path } from './fields.ts'

export type Data = Readonly<Record<string, unknown>>

/** A path that leads nowhere: AWS ends the execution by States.Runtime, which no Catch sees. */
export class LeadsNowhere extends Error {
  constructor(path: Path) {
    super(`nothing stands at $.${path.join('.')}`)
  }
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null

export const valueAt = (data: Data, path: Path): unknown => {
  let value: unknown = data
  for (const field of path) value = isData(value) ? value[field] : undefined
  if (value === undefined) throw new LeadsNowhere(path)
  return value
}

export const textAt = (data: Data, path: Path): string => {
  const value = valueAt(data, path)
  if (typeof value !== 'string') throw new LeadsNowhere(path)
  return value
}

export const numberAt = (data: Data, path: Path): number => {
  const value = valueAt(data, path)
  if (typeof value !== 'number') throw new LeadsNowhere(path)
  return value
}

export const truthAt = (data: Data, path: Path): boolean => {
  const value = valueAt(data, path)
  if (typeof value !== 'boolean') throw new LeadsNowhere(path)
  return value
}

/** The state with a result put in its place; null throws the result away. */
export const withResult = (data: Data, path: Path | null, result: unknown): Data => {
  const [field, ...rest] = path ?? []
  if (field === undefined) return data
  const inner = data[field]
  return { ...data, [field]: rest.length === 0 ? result : withResult(isData(inner) ? inner : {}, rest, result) }
}

/** What a function is called with. */
export const payloadOf = (data: Data, fields: Fields, taskToken: string): Data =>
  Object.fromEntries(
    fields.map((one) => {
      if ('is' in one) return [one.field, one.is]
      return [one.field, one.from === '$$.Task.Token' ? taskToken : valueAt(data, one.from)]
    }),
  )
