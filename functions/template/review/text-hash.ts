import { createHash } from 'node:crypto'
import { canonical } from '../../notification/canonical.ts'
import type { Template } from '../template.ts'

/** What a decision is about, to the letter: SHA-256, hexadecimal, of a template's content, in whatever order it was written. */
export const textHash = (template: Template): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(template)))
    .digest('hex')
