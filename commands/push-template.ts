import { isDeepStrictEqual } from 'node:util'
import type { ReadTemplate } from '../functions/record/read-template.ts'
import type { StoreTemplate } from '../functions/record/store-template.ts'
import type { Template } from '../functions/template/template.ts'

/** What became of one template, e.g. { name: 'order-shipped', version: 3, stored: false } for one that has not changed. */
export interface Pushed {
  readonly name: string
  readonly version: number
  readonly stored: boolean
}

interface Dependencies {
  readonly readTemplate: ReadTemplate
  readonly storeTemplate: StoreTemplate
  readonly now: () => Date
}

/** Stores a template as its next version, current at once; one that has not changed stays as it is. */
export const pushTemplate = async ({ readTemplate, storeTemplate, now }: Dependencies, template: Template): Promise<Pushed> => {
  const current = await readTemplate(template.name)
  const { name } = template
  const { version: last = 0, ...content } = current ?? {}
  if (isDeepStrictEqual(content, template)) return { name, version: last, stored: false }
  const version = last + 1
  const stored = await storeTemplate({ ...template, version }, now())
  return stored ? { name, version, stored } : pushTemplate({ readTemplate, storeTemplate, now }, template) // somebody was faster
}
