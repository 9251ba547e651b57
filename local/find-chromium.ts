import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome']

/** The browser of this machine by which the board is tested and pictured; undefined where there is none. */
export const findChromium = (): string | undefined => {
  // biome-ignore lint/style/noProcessEnv: it is looked for where a shell looks
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync)
}

/** Without a sandbox, which the root of a container cannot have: it opens nothing but the board. */
export const chromiumSettings = (executablePath: string | undefined) => ({
  executablePath,
  args: ['--no-sandbox', '--disable-lcd-text'],
})
