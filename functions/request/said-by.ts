import * as z from 'zod'

/** The identity that AWS told the command line of. Whoever may put events could put any: it is kept, and nothing hangs on it. */
export const saidBy = z
  .string()
  .regex(/^arn:[a-z-]+:(iam|sts)::\d{12}:[\w+=,.@/-]{1,256}$/, 'must be the ARN of an identity')
  .optional()
  .describe('Who gave the command, as the command says.')
