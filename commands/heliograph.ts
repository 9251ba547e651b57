#!/usr/bin/env node
import { CommanderError } from 'commander'
import { exitCodes } from './exit-codes.ts'
import { Failed, Misused } from './failed.ts'
import { endWithReader, ReaderGone } from './interruption.ts'
import { program } from './program.ts'
import { refusalOf } from './refusal-of.ts'

/** A program that asked for JSON gets what failed as JSON too; what is not written as it must be is for who wrote it. */
const tell = (error: Failed): void => {
  console.error(error.message)
  const isForProgram = process.argv.includes('--json') && !(error instanceof Misused)
  if (isForProgram) console.log(JSON.stringify({ code: error.code, problems: error.message.split('\n') }))
}

/** commander has said already what is not written as it must be. */
const exitCodeOf = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage
  if (error instanceof ReaderGone) return exitCodes.fine
  const failed = error instanceof Failed ? error : refusalOf(error)
  if (failed === undefined) throw error
  tell(failed)
  return failed instanceof Misused ? exitCodes.usage : exitCodes.refused
}

endWithReader()
try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
}
