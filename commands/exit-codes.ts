/** What a command's exit code says, to a script as to `--help`. */
export const exitCodes = { fine: 0, refused: 1, usage: 2 } as const

export const exitCodesHelp = 'Exit codes: 0 fine, 1 refused or failed, 2 the command is not written as it must be.'
