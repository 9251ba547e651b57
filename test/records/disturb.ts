import type { Table } from '../../functions/record/table.ts'

/** What happens to the first command of a name: something before it is made, or after it was made and before its reply. */
interface Disturbance {
  readonly before?: () => Promise<unknown>
  readonly after?: () => Promise<unknown>
}

/** Every command that this table's client makes, by name, as often as it is tried. */
export const watch = ({ client }: Table): string[] => {
  const commands: string[] = []
  client.middlewareStack.add(
    (next, context) => async (args) => {
      commands.push(String(context.commandName))
      return next(args)
    },
    { step: 'deserialize', priority: 'low' },
  )
  return commands
}

/** @param command e.g. "UpdateItemCommand"; only the first try of the first one is disturbed, inside the client's own retries */
export const disturb = ({ client }: Table, command: string, { before, after }: Disturbance): void => {
  let disturbed = false
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (disturbed || context.commandName !== command) return next(args)
      disturbed = true
      await before?.()
      const result = await next(args)
      await after?.()
      return result
    },
    { step: 'deserialize', priority: 'low' },
  )
}

/** The write is made, and its reply is lost on the way: the client tries again. */
export const loseReply = (table: Table, command: string): void =>
  disturb(table, command, { after: () => Promise.reject(Object.assign(new Error('no reply'), { name: 'TimeoutError' })) })
