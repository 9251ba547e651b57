import * as z from 'zod'
import { SenderRule } from '../functions/carriers/senders.ts'
import { CarrierName } from '../functions/notification/carrier-name.ts'
import { CountryCode } from '../functions/notification/country-code.ts'
import { e164 } from '../functions/notification/e164.ts'
import { KindOverrides } from '../functions/notification/kind-overrides.ts'
import { kinds, kindsWith } from '../functions/notification/kinds.ts'
import { isTimeZone } from '../functions/policy/quiet/is-time-zone.ts'
import { QuietHours } from '../functions/policy/quiet/quiet-hours.ts'
import { statusEventSource } from '../functions/publish/status-event.ts'
import { kindRules } from './kind-rules.ts'

const days = z.int().positive()
const seconds = z.int().positive()

const sendsByTwilio = ({ carrier = 'twilio', senderId, originationNumber, messagingServiceSid }: SenderRule) =>
  carrier === 'twilio' && (senderId ?? originationNumber ?? messagingServiceSid) !== undefined

const RequestSource = z
  .string()
  .regex(/^[A-Za-z0-9._/-]{1,256}$/, 'must be a source of events')
  .refine((source) => source !== statusEventSource, 'must not be the source of our own status events')

/** What `send` needs after the carrier's answer to keep it. */
export const secondsToRecord = 2

/** What a deployment may decide. */
export const Config = z
  .strictObject({
    stackName: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,40}$/, 'must be letters, digits and dashes, at most 41'),
    busName: z.string().regex(/^[A-Za-z0-9._-]{1,256}$/, 'must be a name of an event bus'),
    requesters: z.strictObject({
      /** Sources of events that may ask for notifications, e.g. "shop.orders"; none named: any of this account. */
      sources: z.array(RequestSource).min(1).optional(),
      /** Other accounts that may put requests on the bus, from these sources alone. In this account, IAM decides who may. */
      accounts: z.array(z.string().regex(/^[0-9]{12}$/, 'must be an account, of twelve digits')),
    }),
    approvers: z.strictObject({
      /** Names of the IAM roles that decide on templates, e.g. "TemplateReviewer"; none named: everybody who may call the review. */
      roles: z
        .array(z.string().regex(/^[A-Za-z0-9+=,.@_-]{1,64}$/, 'must be a name of a role, without its path'))
        .min(1)
        .optional(),
    }),
    /** The order in which carriers are tried, by kind. */
    carriers: z.record(z.enum(kinds), z.tuple([CarrierName], CarrierName)),
    /** Who a text comes from; the first line that fits counts, and none lets the carrier choose. */
    senders: z.array(SenderRule),
    /** ISO 3166 alpha-2: texts go to these countries only. */
    allowedCountries: z.array(CountryCode).min(1),
    /** When kinds that keep quiet hours text nobody, by the recipient's clock. */
    quietHours: QuietHours,
    /** The zone in which the days of budgets begin, IANA, e.g. "Europe/Berlin". */
    budgetZone: z.string().refine(isTimeZone, 'must be a time zone like Europe/Berlin'),
    /** For staging: E.164 numbers, and no other is ever texted. */
    onlyTo: z.array(z.string().regex(e164, 'must be E.164')).optional(),
    retentionDays: z.strictObject({
      records: days,
      person: days,
      logs: z.literal([1, 7, 30, 90]),
    }),
    /** An event that is older is stale. */
    mostEventAgeSeconds: seconds,
    /** Each carrier's usual time until its receipt. */
    receiptSeconds: z.record(CarrierName, seconds),
    /** Single values of the table of kinds (docs/kinds.md) that are otherwise in this deployment. */
    kinds: KindOverrides,
    /** ISO 3166 alpha-2: countries whose networks report nothing from handsets, so that their own word counts. */
    networkOnlyCountries: z.array(CountryCode),
    /** The one call to a carrier < the function that makes it < every wait for a receipt. */
    sending: z.strictObject({ callSeconds: seconds, functionSeconds: seconds, shortestWaitSeconds: seconds }),
    /** The most that one text may cost, in US dollars. */
    maxPriceUsd: z.number().positive(),
    /** The most requests that are taken at once. */
    concurrency: z.int().min(2).max(1000),
    /** Mail addresses of who is called at any hour, and of who looks at warnings; pagers and chats subscribe to the topics. */
    operators: z.strictObject({ pages: z.array(z.email()), warnings: z.array(z.email()) }),
    /** Where a carrier is reached, if not at its own address. */
    endpoints: z.partialRecord(CarrierName, z.url()),
    parts: z.strictObject({
      /** A Twilio account beside SNS: its secret, and a public URL for its callbacks. */
      twilio: z.boolean(),
      /** Switches SNS's delivery logging on for the whole account and Region; off, somebody else has. */
      switchOnDeliveryLogging: z.boolean(),
      /** Encrypts SNS's two log groups with the customer key; they hold full numbers. */
      encryptDeliveryLogs: z.boolean(),
      /** Alarms that compare several metrics, and those that make one page of an outage's many signs. */
      combinedAlarms: z.boolean(),
    }),
  })
  .superRefine(
    ({ sending, receiptSeconds, retentionDays, carriers, senders, parts, requesters, allowedCountries, ...own }, context) => {
      const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
      const { callSeconds, functionSeconds, shortestWaitSeconds } = sending
      if (callSeconds >= functionSeconds) refuse(['sending', 'functionSeconds'], 'must outlast sending.callSeconds')
      else if (callSeconds + secondsToRecord >= functionSeconds)
        refuse(['sending', 'functionSeconds'], `must leave more than ${secondsToRecord} seconds beyond sending.callSeconds`)
      if (functionSeconds >= shortestWaitSeconds)
        refuse(['sending', 'shortestWaitSeconds'], 'must outlast sending.functionSeconds')
      if (retentionDays.records < retentionDays.person)
        refuse(['retentionDays', 'records'], 'must not be shorter than retentionDays.person')
      if (requesters.accounts.length > 0 && !requesters.sources)
        refuse(['requesters', 'sources'], 'must be named where other accounts are let in')
      for (const [kind, order] of Object.entries(carriers))
        if (order.includes('twilio') && !parts.twilio)
          refuse(['carriers', kind], 'must not name twilio while parts.twilio is off')
      if (parts.twilio && !senders.some(sendsByTwilio))
        refuse(['senders'], 'must name one for twilio, which chooses none by itself')
      for (const [name, wait] of Object.entries(receiptSeconds))
        if (wait < shortestWaitSeconds) refuse(['receiptSeconds', name], 'must not be shorter than sending.shortestWaitSeconds')
      const table = kindsWith(own.kinds)
      for (const kind of kinds)
        for (const { field, sentence, isBroken } of kindRules)
          if (isBroken(table[kind], kind, { allowedCountries, shortestWait: shortestWaitSeconds }))
            refuse(['kinds', kind, field], sentence)
    },
  )
export type Config = Readonly<z.infer<typeof Config>>
