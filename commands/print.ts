import type { JsonOption } from './options.ts'

/** What a command has to say: on one line of JSON for a program, else as lines for a person. */
export const print = (value: unknown, lines: readonly string[], { json = false }: JsonOption): void => {
  if (json) console.log(JSON.stringify(value))
  else if (lines.length > 0) console.log(lines.join('\n'))
}
