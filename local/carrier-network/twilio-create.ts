import type { Reading, Refusal } from './carrier.ts'
import { measure } from './parts.ts'
import { PhoneNumber } from './phone-number.ts'

interface Rule extends Refusal {
  readonly isBrokenBy: (form: URLSearchParams) => boolean
  /** A parameter that the error quotes: whoever logs that text, logs a number. */
  readonly quotes?: string
}

/** An empty parameter counts as missing. */
const given = (form: URLSearchParams, name: string) => form.get(name) || undefined

/** Whether a parameter is there and wrong. */
const isWrong = (name: string, isRight: (value: string) => boolean) => (form: URLSearchParams) => {
  const value = given(form, name)
  return value !== undefined && !isRight(value)
}

const isPhoneNumber = (value: string) => PhoneNumber.safeParse(value).success
const isSenderId = (value: string) => /^(?=.*[A-Za-z])[A-Za-z0-9 &+_-]{1,11}$/.test(value)
const isShortCode = (value: string) => /^\d{5,6}$/.test(value)
const isValidity = (value: string) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 36_000
const isCallback = (value: string) => {
  const url = URL.parse(value)
  return url !== null && /^https?:$/.test(url.protocol) && !url.hostname.includes('_') && value.length <= 4_000
}

/** The first that is broken is told. Source: twilio.com/docs/api/errors/<code>; the sentences are ours. */
const rules: readonly Rule[] = [
  { code: '21604', message: "A 'To' number is required.", isBrokenBy: (form) => !given(form, 'To') },
  { code: '21211', message: "The 'To' number is not valid: ", quotes: 'To', isBrokenBy: isWrong('To', isPhoneNumber) },
  {
    code: '21603',
    message: "A 'From' or 'MessagingServiceSid' is required.",
    isBrokenBy: (form) => !given(form, 'From') && !given(form, 'MessagingServiceSid'),
  },
  {
    code: '21212',
    message: "The 'From' is no number, short code or sender id: ",
    quotes: 'From',
    isBrokenBy: isWrong('From', (value) => isPhoneNumber(value) || isShortCode(value) || isSenderId(value)),
  },
  {
    code: '21705',
    message: 'The Messaging Service SID is not valid.',
    isBrokenBy: isWrong('MessagingServiceSid', (value) => /^MG[0-9a-fA-F]{32}$/.test(value)),
  },
  { code: '21602', message: 'A message body is required.', isBrokenBy: (form) => !given(form, 'Body') },
  { code: '21617', message: 'The body exceeds 1,600 characters.', isBrokenBy: isWrong('Body', ({ length }) => length <= 1_600) },
  { code: '90007', message: "The 'ValidityPeriod' is not 1 to 36,000.", isBrokenBy: isWrong('ValidityPeriod', isValidity) },
  { code: '21609', message: "The 'StatusCallback' is not a valid URL.", isBrokenBy: isWrong('StatusCallback', isCallback) },
]

/** Reads the form of a request to send. */
export const readCreate = (form: URLSearchParams): Reading => {
  const [to = '', text = ''] = [given(form, 'To'), given(form, 'Body')]
  const broken = rules.find(({ isBrokenBy }) => isBrokenBy(form))
  if (broken !== undefined) {
    const { code, message, quotes = '' } = broken
    return {
      refusal: { code, message: message + (form.get(quotes) ?? '') },
      told: { to: to || undefined, text: text || undefined },
    }
  }
  const from = given(form, 'From')
  const validity = given(form, 'ValidityPeriod')
  return {
    submission: {
      to,
      text,
      parts: measure(text).parts,
      ...(from !== undefined && isSenderId(from) ? { senderId: from } : { originationNumber: from }),
      messagingServiceSid: given(form, 'MessagingServiceSid'),
      validitySeconds: validity === undefined ? undefined : Number(validity),
      statusCallback: given(form, 'StatusCallback'),
    },
  }
}
