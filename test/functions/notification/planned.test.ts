import { expect, it } from 'vitest'
import { planned } from '../../../functions/notification/planned.ts'
import { aNotification } from '../../builders/a-notification.ts'
import { aPlan } from '../../builders/a-plan.ts'

it('gives kind and plan', () => {
  expect(planned(aNotification({ kind: 'payment' }))).toEqual({ kind: 'payment', plan: aPlan() })
})

it.each([{ kind: undefined }, { plan: undefined }])('is a fault for %j', (overrides) => {
  expect(() => planned(aNotification(overrides))).toThrow('shop-order-4711-shipped has no plan')
})
