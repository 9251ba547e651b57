import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { program } from '../../commands/program.ts'

const repository = join(import.meta.dirname, '../..')
const documents = [
  'README.md',
  ...readdirSync(join(repository, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

/** Every command line that a document shows, up to what ends it there. */
const commandLines = (text: string): string[] =>
  [...text.matchAll(/(?:npm run heliograph -- |[`(>$ ]heliograph )([^`\n#|]+)/g)].map(([, line = '']) => line.trim())

/** Follows the words of a line down to the command that they name. */
const commandIn = (line: string): Command => {
  let command = program
  for (const word of line.split(/\s+/)) {
    const next = command.commands.find((one) => one.name() === word || one.aliases().includes(word))
    if (next === undefined) return command
    command = next
  }
  return command
}

const unknownIn = (line: string): string[] => {
  const command = commandIn(line)
  if (command === program) return line.startsWith('-') || line.startsWith('<') ? [] : [`no command: ${line}`]
  const known = new Set(['--help', ...command.options.map(({ long }) => long)])
  return [...line.matchAll(/(?<=\s)--[a-z-]+/g)]
    .map(([option]) => option)
    .filter((option) => !known.has(option))
    .map((option) => `${option} of ${line}`)
}

describe.each(documents)('%s', (name) => {
  it('shows commands and options that there are', () => {
    expect(commandLines(readFileSync(join(repository, name), 'utf8')).flatMap(unknownIn)).toEqual([])
  })
})

describe('the runbook', () => {
  const lines = commandLines(readFileSync(join(repository, 'docs/operating.md'), 'utf8'))

  it('leads to many of them', () => {
    expect(lines.length).toBeGreaterThan(30)
  })

  it('names none that cannot be told the Region, which its own `heliograph` adds to each', () => {
    const commands = lines.map(commandIn).filter((command) => command !== program)
    expect(commands.filter(({ options }) => !options.some(({ long }) => long === '--region')).map((one) => one.name())).toEqual(
      [],
    )
  })
})
