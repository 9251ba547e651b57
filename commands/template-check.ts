import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { exitCodes } from './exit-codes.ts'
import { Failed } from './failed.ts'
import type { JsonOption } from './options.ts'
import { describeMisplaced, type Misplaced, parseTemplate } from './parse-template.ts'
import { print } from './print.ts'
import { styled } from './styled.ts'
import { yamlFilesOf } from './yaml-files-of.ts'

/** A file with all that is wrong with it, each problem with its line and column. */
export interface Checked {
  readonly file: string
  readonly problems: readonly Misplaced[]
}

/** The `*.yaml` of a folder, or the file itself. */
const filesOf = async (path: string): Promise<string[]> => {
  const found = await stat(path).catch(() => {
    throw new Failed(`There is no file or folder ${path}.`)
  })
  if (!found.isDirectory()) return [path]
  const files = await yamlFilesOf(path)
  if (files.length === 0) throw new Failed(`${path} holds no template: no file there ends in .yaml.`)
  return files
}

/** Checks the templates of files and folders; no deployment is asked. */
export const checkFiles = async (paths: readonly string[]): Promise<Checked[]> => {
  const files = (await Promise.all(paths.map(filesOf))).flat()
  return Promise.all(
    files.map(async (file) => {
      const parsed = parseTemplate(await readFile(file, 'utf8'), basename(file, '.yaml'))
      return { file, problems: parsed.ok ? [] : parsed.problems }
    }),
  )
}

const linesOf = ({ file, problems }: Checked): string[] =>
  problems.length === 0
    ? [`${file}: ${styled('green', 'fine')}`]
    : problems.map((problem) => styled('red', `${file}:${describeMisplaced(problem)}`))

/** `heliograph template check [file…]` */
export const templateCheck = async (paths: readonly string[], options: JsonOption): Promise<void> => {
  const checked = await checkFiles(paths.length === 0 ? ['templates'] : paths)
  print(checked, checked.flatMap(linesOf), options)
  if (checked.some(({ problems }) => problems.length > 0)) process.exitCode = exitCodes.refused
}
