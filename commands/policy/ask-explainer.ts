import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import type * as z from 'zod'
import type { Question } from '../../functions/explain/handler.ts'
import { Failed } from '../failed.ts'
import { nameOf } from '../name-of.ts'
import type { Target } from '../target.ts'

/** Asks a deployment what its policy would say: only there the keys of the hashes and the configuration are known. */
export const askExplainer = async <Answer extends z.ZodType>(
  { client, outputs }: Target,
  question: z.input<typeof Question>,
  answer: Answer,
): Promise<z.infer<Answer>> => {
  const Payload = JSON.stringify(question)
  const call = new InvokeCommand({ FunctionName: outputs.ExplainFunctionName, Payload })
  const reply = await new LambdaClient(client).send(call).catch((error: unknown) => {
    throw new Failed(`AWS did not let the deployment be asked (${nameOf(error)}).`)
  })
  if (reply.FunctionError !== undefined || reply.Payload === undefined)
    throw new Failed('The deployment could not say: its alarm and the log of the function explain tell why.')
  const said = answer.safeParse(JSON.parse(Buffer.from(reply.Payload).toString()))
  if (!said.success) throw new Failed('The deployment is of another version than this command, which cannot read its answer.')
  return said.data
}
