import * as z from 'zod'
import type { Reading } from './carrier.ts'
import { measure } from './parts.ts'
import { PhoneNumber } from './phone-number.ts'

const wrong = (parameter: string, reason: string) => `Invalid parameter: ${parameter} Reason: ${reason}`

const attribute = (name: string, type: 'String' | 'Number', rule: RegExp, reason: string) =>
  z
    .object({
      type: z.literal(type, wrong(name, `must be of data type ${type}`)),
      value: z.string(wrong(name, reason)).regex(rule, wrong(name, reason)),
    })
    .transform(({ value }) => value)
    .optional()

/** The backend's own limits, in septets and UTF-16 units: stricter than the documented 1,600 characters. */
const isShortEnough = (text: string) => {
  const { isGsm, units } = measure(text)
  return units <= (isGsm ? 1_530 : 630)
}

const Publish = z.object({
  PhoneNumber: z
    .string('Invalid parameter: TopicArn or TargetArn Reason: no value for required parameter')
    // SNS quotes the number in its error: whoever logs that text, logs a number.
    .refine((to) => PhoneNumber.safeParse(to).success, {
      error: ({ input }) => wrong('PhoneNumber', `${input} is not valid to publish to`),
    }),
  Message: z
    .string('Invalid parameter: Empty message')
    .min(1, 'Invalid parameter: Empty message')
    .refine(isShortEnough, 'Invalid parameter: Message too long'),
  'AWS.SNS.SMS.SMSType': attribute('SMSType', 'String', /^(Promotional|Transactional)$/, 'must be Promotional or Transactional'),
  'AWS.SNS.SMS.SenderID': attribute(
    'SenderID',
    'String',
    /^(?=.*[A-Za-z])[A-Za-z0-9]{3,11}$/,
    'must be 3 to 11 letters and digits, one letter at least',
  ),
  'AWS.MM.SMS.OriginationNumber': attribute('OriginationNumber', 'String', /^\+?\d{5,14}$/, 'must be 5 to 14 digits'),
  'AWS.SNS.SMS.MaxPrice': attribute('MaxPrice', 'Number', /^\d+(\.\d+)?$/, 'must be a price in USD'),
})

/** Message attributes come as numbered pairs of name and value. */
const attributesOf = (form: URLSearchParams) => {
  const attributes: Record<string, unknown> = {}
  for (let entry = 1; ; entry += 1) {
    const prefix = `MessageAttributes.entry.${entry}`
    const name = form.get(`${prefix}.Name`)
    if (name === null) return attributes
    attributes[name] = { type: form.get(`${prefix}.Value.DataType`), value: form.get(`${prefix}.Value.StringValue`) }
  }
}

const readForm = (form: URLSearchParams): Reading => {
  const publish = Publish.safeParse({ ...attributesOf(form), PhoneNumber: form.get('PhoneNumber'), Message: form.get('Message') })
  if (!publish.success) {
    const told = { to: form.get('PhoneNumber') ?? undefined, text: form.get('Message') ?? undefined }
    return { refusal: { code: 'InvalidParameter', message: publish.error.issues[0]?.message ?? 'Invalid parameter' }, told }
  }
  const { PhoneNumber: to, Message: text, ...attributes } = publish.data
  return {
    submission: {
      to,
      text,
      parts: measure(text).parts,
      smsType: attributes['AWS.SNS.SMS.SMSType'] ?? 'Promotional',
      senderId: attributes['AWS.SNS.SMS.SenderID'],
      originationNumber: attributes['AWS.MM.SMS.OriginationNumber'],
    },
  }
}

/** Reads a request of the SNS query protocol; of its actions only Publish to a phone is there. */
export const readPublish = (body: string): Reading => {
  const form = new URLSearchParams(body)
  if (form.get('Action') === 'Publish') return readForm(form)
  const message = `Could not find operation ${form.get('Action')} for version ${form.get('Version')}`
  return { refusal: { code: 'InvalidAction', message }, told: {} }
}
