import { stat } from 'node:fs/promises'
import { exitCodes } from '../exit-codes.ts'
import { Failed } from '../failed.ts'
import type { JsonOption } from '../options.ts'
import { print } from '../print.ts'
import { styled } from '../styled.ts'
import { problemsIn, type ReadFile, readFolder, readOneFile } from './read-template-files.ts'

/** The `*.yaml` of a folder, or the file itself. */
const read = async (path: string): Promise<ReadFile[]> => {
  const found = await stat(path).catch(() => {
    throw new Failed(`There is no file or folder ${path}.`)
  })
  if (!found.isDirectory()) return [await readOneFile(path)]
  const files = await readFolder(path)
  if (files.length === 0) throw new Failed(`${path} holds no template: no file there ends in .yaml.`)
  return files
}

const linesOf = (one: ReadFile): string[] =>
  one.parsed.ok ? [`${one.file}: ${styled('green', 'fine')}`] : problemsIn(one).map((problem) => styled('red', problem))

/** `heliograph template check [file…]`: no deployment is asked. */
export const templateCheck = async (paths: readonly string[], options: JsonOption): Promise<void> => {
  const files = (await Promise.all((paths.length === 0 ? ['templates'] : paths).map(read))).flat()
  const checked = files.map(({ file, parsed }) => ({ file, problems: parsed.ok ? [] : parsed.problems }))
  print(checked, files.flatMap(linesOf), options)
  if (files.some(({ parsed }) => !parsed.ok)) process.exitCode = exitCodes.refused
}
