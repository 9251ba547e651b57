import { expect, it } from 'vitest'
import { stranger } from '../../../functions/recipient/recipient.ts'
import { askClearance } from '../../../functions/send/ask-clearance.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aPerson } from '../../builders/a-person.ts'
import { afterNoon, atNoon, noon } from '../../builders/noon.ts'
import { policyInMemory } from '../../builders/policy-in-memory.ts'

it('a stranger is remembered as long as the longest window of the kinds they had, whichever is armed', async () => {
  const week = 7 * 86_400
  const frequency = [{ most: 5, seconds: week }]
  const recipient = { ...stranger, frequency: { order: [{ id: 'order-1', at: atNoon(-60) }] } }
  const policy = policyInMemory({ recipient, overrides: { order: { frequency } } })
  const clearance = await askClearance(policy, aNotification({ kind: 'verification' }), aPerson(), true, noon)
  expect(clearance.reliesOn[0]?.keepUntil).toEqual(afterNoon(week))
})
