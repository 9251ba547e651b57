import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as z from 'zod'
import type { Message } from '../../../functions/carriers/carrier.ts'
import { aBareTwilio, created } from './a-bare-twilio.ts'
import { aTwilioCaller } from './a-twilio-caller.ts'

type Json = Parameters<typeof z.fromJSONSchema>[0]
type Properties = Record<string, Exclude<Json, boolean>>

const file = new URL('../../../../shared/data/twilio-messages.openapi.json', import.meta.url)
const present = existsSync(file)

/** The vendor's schema with every reference in its place. */
const readSchema = () => {
  const text = readFileSync(file, 'utf8')
  const { schemas } = JSON.parse(text).components
  const inPlace = (_: string, value: unknown) => {
    const name = (value as { $ref?: string } | null)?.$ref?.split('/').at(-1)
    return name === undefined ? value : JSON.parse(JSON.stringify(schemas[name]), inPlace)
  }
  return JSON.parse(text, inPlace).paths['/2010-04-01/Accounts/{AccountSid}/Messages.json'].post
}

/** Refuses what the vendor does not name. */
const only = (schema: object) =>
  z.fromJSONSchema({ ...schema, additionalProperties: false } as Json, { defaultTarget: 'openapi-3.0' })

/** A form knows text only. */
const typed = (form: URLSearchParams, properties: Properties) =>
  Object.fromEntries([...form].map(([name, value]) => [name, properties[name]?.type === 'integer' ? Number(value) : value]))

it.runIf(present).each<[string, Message['sender']]>([
  ['a number', { originationNumber: '+15005550006' }],
  ['a sender id', { senderId: 'Shop' }],
  ['a messaging service', { messagingServiceSid: `MG${'a'.repeat(32)}` }],
])("asks for a text from %s as the vendor's schema in ../shared/data has it, where that is present", async (_, sender) => {
  const schema = readSchema().requestBody.content['application/x-www-form-urlencoded'].schema
  const { url, asked } = await aBareTwilio()
  await aTwilioCaller(url)({ sender })
  const said = typed(asked[0]?.form ?? new URLSearchParams(), schema.properties)
  expect(only(schema).parse(said)).toEqual(said)
  expect(only(schema).safeParse({ ...said, Tag: 'x' }).success).toBe(false)
  expect(only(schema).safeParse({ ...said, MessagingServiceSid: 'MG1' }).success).toBe(false)
})

it.runIf(present)("understands answers as the vendor's schema in ../shared/data has them, where that is present", async () => {
  const { schema, examples } = readSchema().responses['201'].content['application/json']
  expect(only(schema).parse(created())).toEqual(created())
  for (const { value } of Object.values(examples) as { value: { sid: string } }[]) {
    const { url } = await aBareTwilio({ body: value })
    expect(await aTwilioCaller(url)()).toEqual({ type: 'accepted', messageId: value.sid })
  }
})
