import { expect } from 'vitest'
import type { Template } from '../../functions/template/template.ts'
import type { requestsTo } from '../e2e/heliograph.ts'
import { approval, type ReviewUnderFaults, retirement } from './review-under-faults.ts'
import { sentenceOfAll } from './sentence-of.ts'

/** Has a template reviewed and approved. @returns its name */
export const approvedIn = async (world: ReviewUnderFaults, overrides: Partial<Template> = {}): Promise<string> => {
  const name = await world.inReview(overrides)
  expect(await world.as('reviewer', approval(name))).toMatchObject({ state: 'approved' })
  await world.verdict(name)
  return name
}

type Asked = ReturnType<ReturnType<typeof requestsTo>>

interface Waiting {
  readonly waiting: Asked
  /** Another one of the same template, which comes after the retirement. */
  readonly next: Asked
  /** Ends what the first one waits for. */
  readonly goOn: () => Promise<void>
}

/** Retires the template of one that waits, and finds that it ends by its version, and that the next one is refused. */
export const retireMeanwhile = async (world: ReviewUnderFaults, { waiting, next, goOn }: Waiting): Promise<string> => {
  expect(await world.as('reviewer', retirement(waiting.template))).toMatchObject({ ok: true, version: 1, state: 'retired' })
  const [refused] = await world.send(next)
  expect(refused).toMatchObject({ notification: { outcome: 'rejected', reason: 'template-retired' }, calls: [] })
  expect((await world.notification(waiting.notificationId)).outcome).toBeUndefined()
  await goOn()
  const judged = await world.ended(waiting)
  expect(judged).toMatchObject([{ notification: { outcome: 'delivered', plan: { version: 1 } } }])
  return `${sentenceOfAll(judged)}, by version 1; the next one: rejected: ${refused?.notification.reason}`
}
