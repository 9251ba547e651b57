import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Template } from '../functions/template/template.ts'
import { describeMisplaced, parseTemplate } from './parse-template.ts'
import { yamlFilesOf } from './yaml-files-of.ts'

export type ReadTemplates =
  | { readonly ok: true; readonly templates: readonly Template[] }
  | { readonly ok: false; readonly problems: readonly string[] }

/**
 * Reads and checks every `*.yaml` of a folder as a template, in the order of their names.
 * @param folder e.g. "templates"
 * @returns all templates, or all problems of all files, each as `describeMisplaced` says it after the file's path and a colon
 */
export const readTemplates = async (folder: string): Promise<ReadTemplates> => {
  const files = await yamlFilesOf(folder)
  if (files.length === 0)
    return { ok: false, problems: [`${folder} holds no template: no file there, or no folder, ends in .yaml`] }
  const read = await Promise.all(files.map(async (file) => ({ file, ...(await readTemplate(file)) })))
  const problems = read.flatMap((one) =>
    one.ok ? [] : one.problems.map((problem) => `${one.file}:${describeMisplaced(problem)}`),
  )
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, templates: read.flatMap((one) => (one.ok ? [one.template] : [])) }
}

const readTemplate = async (path: string) => parseTemplate(await readFile(path, 'utf8'), basename(path, '.yaml'))
