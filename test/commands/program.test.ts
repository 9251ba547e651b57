import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { program } from '../../commands/program.ts'

/** Names that do nothing by themselves. */
const groups = ['template', 'suppress', 'consent', 'budget', 'network']

const acting = (command: Command, name: string): (readonly [string, Command])[] => {
  const below = command.commands.flatMap((one) => acting(one, `${name} ${one.name()}`))
  return command === program || groups.includes(command.name()) ? below : [[name, command], ...below]
}

const helpOf = (command: Command): string => {
  const written: string[] = []
  command.configureOutput({ writeOut: (text) => void written.push(text) }).outputHelp()
  return written.join('')
}

describe.each(acting(program, 'heliograph'))('the help of %s', (name, command) => {
  it('says what it does, with an example of it and what its exit codes mean', () => {
    const help = helpOf(command)
    expect(command.description()).toMatch(/\.$/)
    expect(help).toContain(`Example:\n  ${name}`)
    expect(help).toContain('Exit codes: 0')
  })
})
