import type { Template } from '../../functions/template/template.ts'
import { aTemplate } from './a-template.ts'

/** A template as its author submits it: without a number, and with nothing for the checks to find. */
export const aSubmission = (overrides: Partial<Template> = {}): Template => {
  const { version: _, ...template } = aTemplate()
  return { ...template, ...overrides }
}
