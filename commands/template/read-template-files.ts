import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Failed } from '../failed.ts'
import { describeMisplaced, type ParsedTemplate, parseTemplate } from './parse-template.ts'

/** A file, and the template that was read from it or all that is wrong with it. */
export interface ReadFile {
  readonly file: string
  readonly parsed: ParsedTemplate
}

/** Reads and checks a file as a template. */
export const readOneFile = async (file: string): Promise<ReadFile> => {
  const source = await readFile(file, 'utf8').catch(() => {
    throw new Failed(`The file ${file} cannot be read.`)
  })
  return { file, parsed: parseTemplate(source, basename(file, '.yaml')) }
}

/** The same of every `*.yaml` of a folder, in the order of their names; none where there is no such folder. */
export const readFolder = async (folder: string): Promise<ReadFile[]> => Promise.all((await yamlFilesOf(folder)).map(readOneFile))

/** e.g. "templates/order-shipped.yaml:7:7: texts.en does not use the slot eta (unused-slot): …" */
export const problemsIn = ({ file, parsed }: ReadFile): string[] =>
  parsed.ok ? [] : parsed.problems.map((problem) => `${file}:${describeMisplaced(problem)}`)

const yamlFilesOf = async (folder: string): Promise<string[]> => {
  try {
    const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort()
    return files.map((file) => join(folder, file))
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return []
    throw error
  }
}
