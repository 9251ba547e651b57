import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answer } from './asked.ts'

/** By part of the page, in the order in which they are read. */
const styles = [
  ...['colours', 'page', 'layout', 'controls', 'buttons', 'sending', 'phones'],
  ...['list', 'opened', 'timeline', 'path', 'steps', 'carriers', 'dials'],
]

const read = (name: string) => readFile(join(import.meta.dirname, '..', 'assets', name), 'utf8')

/** What a page loads, by its path: its styles as one, its scripts, its icon. */
export const readAssets = async (): Promise<ReadonlyMap<string, Answer>> => {
  const css = await Promise.all(styles.map((name) => read(`${name}.css`)))
  return new Map<string, Answer>([
    ['/board.css', { status: 200, type: 'css', body: css.join('\n') }],
    ['/board.js', { status: 200, type: 'js', body: await read('board.js') }],
    ['/moving.js', { status: 200, type: 'js', body: await read('moving.js') }],
    ['/icon.svg', { status: 200, type: 'svg', body: await read('icon.svg') }],
  ])
}
