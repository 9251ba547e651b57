import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** The paths of every `*.yaml` of a folder, in the order of their names; none where there is no such folder. */
export const yamlFilesOf = async (folder: string): Promise<string[]> => {
  try {
    const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort()
    return files.map((file) => join(folder, file))
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return []
    throw error
  }
}
