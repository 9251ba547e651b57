import * as z from 'zod'
import { type Hasher, hasher } from './hasher.ts'

const Key = z.object({ id: z.string().min(1), key: z.string().min(32) })

/**
 * The keys of the hashes as their secret holds them: the one that new notifications are hashed with, and those before it, of which
 * records may be left. Two keys under one id would make a repeat look like a conflict.
 */
export const HashKeys = Key.extend({ former: z.array(Key).default([]) }).refine(
  ({ id, former }) => new Set([id, ...former.map((key) => key.id)]).size === former.length + 1,
  'every key must have an id of its own',
)
export type HashKeys = Readonly<z.infer<typeof HashKeys>>

/** By every key known: the current one first. */
export type Hashers = readonly [current: Hasher, ...former: Hasher[]]

export const hashersOf = ({ id, key, former }: HashKeys): Hashers => [
  hasher(id, key),
  ...former.map((before) => hasher(before.id, before.key)),
]
