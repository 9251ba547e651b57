import type { Template } from '../../functions/template/template.ts'
import { problemsIn, readFolder } from './read-template-files.ts'

export type ReadTemplates =
  | { readonly ok: true; readonly templates: readonly Template[] }
  | { readonly ok: false; readonly problems: readonly string[] }

/**
 * Reads and checks every `*.yaml` of a folder as a template, in the order of their names.
 * @param folder e.g. "templates"
 * @returns all templates, or all problems of all files, each with its file and place
 */
export const readTemplates = async (folder: string): Promise<ReadTemplates> => {
  const files = await readFolder(folder)
  if (files.length === 0)
    return { ok: false, problems: [`${folder} holds no template: no file there, or no folder, ends in .yaml`] }
  const problems = files.flatMap(problemsIn)
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, templates: files.flatMap(({ parsed }) => (parsed.ok ? [parsed.template] : [])) }
}
