import { setTimeout } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { readTemplates } from '../commands/read-templates.ts'
import { callReview, type ReviewCall } from '../commands/review-client.ts'
import type { Target } from '../commands/target.ts'
import { findReview } from '../functions/record/find-review.ts'
import type { Template } from '../functions/template/template.ts'
import type { Identities } from './make-identities.ts'

const pauseMs = 50
const mostSeconds = 60

/** @throws what the review says against it */
const ask = async (target: Target, call: ReviewCall) => {
  const answer = await callReview(target, call)
  if (!answer.ok) throw new Error(`The review refused to ${call.action} (${answer.code}): ${answer.problems.join('; ')}`)
  return answer
}

/** Waits until a version has been checked. @throws what the checks found */
const checked = async ({ client, outputs }: Target, name: string, version: number): Promise<void> => {
  const table = { client: DynamoDBDocumentClient.from(new DynamoDBClient(client)), name: outputs.TableName }
  for (const end = Date.now() + mostSeconds * 1000; Date.now() < end; await setTimeout(pauseMs)) {
    const { review } = (await findReview(table)(name, version)) ?? {}
    if (review?.state === 'in review') return
    if (review?.state === 'rejected')
      throw new Error(`${name}@${version} was rejected: ${(review.findings ?? []).map(({ sentence }) => sentence).join('; ')}`)
  }
  throw new Error(`${name}@${version} was not checked within ${mostSeconds} seconds`)
}

/** Has a template reviewed as a team does: the author submits it, the checks are made, the reviewer approves it. */
const approve = async (target: Target, { author, reviewer }: Identities, template: Template): Promise<void> => {
  const as = (credentials: Identities['author']): Target => ({ ...target, client: { ...target.client, credentials } })
  const { name, version, state } = await ask(as(author), { action: 'submit', template })
  if (state === 'approved') return
  await checked(target, name, version)
  await ask(as(reviewer), { action: 'approve', name, version, reason: 'It comes with Heliograph.' })
}

/** Makes every template of a folder current in a deployment on this machine. */
export const approveTemplates = async (target: Target, identities: Identities, folder: string): Promise<void> => {
  const read = await readTemplates(folder)
  if (!read.ok) throw new Error(read.problems.join('\n'))
  await Promise.all(read.templates.map((template) => approve(target, identities, template)))
}
