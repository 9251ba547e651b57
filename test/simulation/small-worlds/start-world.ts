import { hashRecipient } from '../../../functions/notification/hasher.ts'
import { defaultKinds, type Kind } from '../../../functions/notification/kinds.ts'
import { currentKey, notificationKey, personKey, recipientKey } from '../../../functions/record/keys.ts'
import { aRequestedNotification } from '../../builders/a-notification.ts'
import { aPerson } from '../../builders/a-person.ts'
import { aConsent } from '../../builders/a-recipient.ts'
import { aRequest, aRequestEvent } from '../../builders/a-request-event.ts'
import { aTemplate } from '../../builders/a-template.ts'
import { inProcessDynamo } from '../dynamo/in-process-dynamo.ts'
import type { Item } from '../dynamo/value.ts'
import { hashing } from '../handlers/simulated-deployment.ts'
import { start } from '../workflow/machine.ts'
import { begun } from './invocations.ts'
import type { Laws } from './laws.ts'
import { moved } from './workflow-steps.ts'
import type { Budget, World } from './world.ts'

/** They may be texted at any hour here, for it is noon where they are; and they agreed to marketing. */
const recipientHash = hashRecipient(hashing, aPerson().to)
const timeZone = 'Europe/London'
const requested = aRequestedNotification({ recipientHash, timeZone })
const request = { messageId: 'request', body: aRequestEvent(aRequest({ timeZone }), { account: '111122223333' }) }
const recipient = { ...recipientKey(recipientHash), consent: aConsent(), version: 1, mark: 'permit' }

const itemsFor = (kind: Kind, isUnrequested: boolean): object[] => {
  const notification = requested
  const { notificationId } = notification
  const template = aTemplate({ kind })
  const opened = [
    { ...notificationKey(notificationId), ...notification, version: 1, mark: 'request' },
    { ...personKey(notificationId), ...aPerson({ text: undefined }) },
  ]
  return [
    ...(isUnrequested ? [] : opened),
    ...(defaultKinds[kind].needsConsent ? [recipient] : []),
    { ...currentKey(template.name), version: template, number: template.version, isRetired: false },
  ]
}

/** A notification that was requested at noon, and whose workflow begins; or that is just being requested. */
export const startWorld = (laws: Laws, kind: Kind, left: Budget, isUnrequested: boolean): World => {
  const items = inProcessDynamo({ items: itemsFor(kind, isUnrequested) as Item[] }).items()
  const { notificationId } = requested
  const execution = start(laws.definition, { notificationId })
  const table = laws.tables.holding(items)
  const world = {
    table,
    execution,
    isStarted: true,
    sends: 0,
    live: [],
    requests: [],
    receipts: [],
    left,
    isOutlived: false,
    seconds: 0,
  }
  return isUnrequested
    ? begun(laws, { ...world, isStarted: false }, { function: 'request', payload: request }, 'rule')
    : moved(laws, world, execution)
}
