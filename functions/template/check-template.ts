import { checkBrand } from './checks/check-brand.ts'
import { checkEncoding } from './checks/check-encoding.ts'
import { checkJoined } from './checks/check-joined.ts'
import { checkLinks } from './checks/check-links.ts'
import { checkOptOut } from './checks/check-opt-out.ts'
import { checkParts } from './checks/check-parts.ts'
import { checkScripts } from './checks/check-scripts.ts'
import { checkShorteners } from './checks/check-shorteners.ts'
import { checkSlots } from './checks/check-slots.ts'
import { checkVerification } from './checks/check-verification.ts'
import type { Finding } from './finding.ts'
import type { Readable } from './readable.ts'
import { piecesOf } from './render.ts'
import type { Template } from './template.ts'

const checks: readonly ((template: Readable) => readonly Finding[])[] = [
  checkSlots,
  checkBrand,
  checkVerification,
  checkLinks,
  checkJoined,
  checkShorteners,
  checkScripts,
  checkOptOut,
  checkEncoding,
  checkParts,
]

/**
 * Everything that keeps a template from being approved. Pure: the same template always has the same findings.
 * @throws a fault for a placeholder that cannot be read: no template is parsed with one
 */
export const checkTemplate = (template: Template): Finding[] => {
  for (const text of Object.values(template.texts)) piecesOf(text)
  return checkReadable({ ...template, slotNames: Object.keys(template.slots), links: template.links ?? [] })
}

/** The same of a template of which only a part can be read: what is not there is not judged. */
export const checkReadable = (template: Readable): Finding[] => checks.flatMap((check) => check(template))
