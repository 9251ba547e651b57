import * as z from 'zod'
import { SenderRule } from '../carriers/senders.ts'
import { CarrierName } from '../notification/carrier-name.ts'
import { Fault } from '../notification/fault.ts'
import { KindOverrides } from '../notification/kind-overrides.ts'
import { kinds } from '../notification/kinds.ts'
import { parseJson } from '../notification/parse-json.ts'
import { QuietHours } from '../policy/quiet/quiet-hours.ts'

const json = <Schema extends z.ZodType>(schema: Schema) => z.string().transform(parseJson).pipe(schema)
const whole = z.coerce.number().int().positive()

/** Every variable a function may ask for. The stack gives them under the same names. */
export const Variables = z.object({
  TABLE_NAME: z.string().min(1),
  RECORD_DAYS: whole,
  PERSON_DAYS: whole,
  BUS_NAME: z.string().min(1),
  /** The queue of places in the stream that were not published. */
  UNPUBLISHED_URL: z.url(),
  WORKFLOW_ARN: z.string().min(1),
  /** Names of the IAM roles that decide on templates; without it, whoever may call. */
  APPROVER_ROLES: json(z.array(z.string())).optional(),
  DEAD_LETTER_URL: z.url(),
  HASH_KEY_ARN: z.string().min(1),
  /** Seconds; an event that is older is stale. */
  MOST_EVENT_AGE: whole,
  /** The accounts, this one included, and the sources that may ask. */
  REQUESTERS: json(z.object({ accounts: z.array(z.string()), sources: z.array(z.string()).optional() })),
  /** What this deployment says otherwise than the table of kinds. */
  KINDS: json(KindOverrides),
  /** The order of carriers by kind. */
  CARRIERS: json(z.record(z.enum(kinds), z.tuple([CarrierName], CarrierName))),
  /** Each carrier's usual time until its receipt, in seconds. */
  RECEIPT_SECONDS: json(z.record(CarrierName, z.int().positive())),
  /** The shortest wait that outlasts `send` itself, in seconds. */
  SHORTEST_WAIT: whole,
  ALLOWED_COUNTRIES: json(z.array(z.string().length(2))),
  /** When kinds that keep quiet hours text nobody. */
  QUIET_HOURS: json(QuietHours),
  /** In which zone the days of budgets begin, IANA. */
  BUDGET_ZONE: z.string().min(1),
  /** For staging: no other number is ever texted. */
  ONLY_TO: json(z.array(z.string())).optional(),
  /** ISO 3166 alpha-2: countries whose networks report nothing from handsets. */
  NETWORK_ONLY_COUNTRIES: json(z.array(z.string().length(2))),
  /** US dollars for one part, by country and carrier; what is not there is unknown. */
  PRICES: json(z.record(z.string(), z.partialRecord(CarrierName, z.number().positive()))),
  SENDERS: json(z.array(SenderRule)),
  CARRIER_TIMEOUT_MS: whole,
  /** From the start of `send` until its call. */
  MOST_MS_BEFORE_CALL: whole,
  /** For so many seconds a run that goes through a backlog takes up more of it. */
  RUN_SECONDS: whole,
  MAX_PRICE_USD: z.coerce.number().positive(),
  /** The secret of the Twilio account, where the deployment has one. */
  TWILIO_ACCOUNT_ARN: z.string().min(1).optional(),
  TWILIO_URL: z.url().optional(),
  TWILIO_CALLBACK_URL: z.url().optional(),
})

export type VariableName = keyof typeof Variables.shape

/**
 * Reads what a function needs from its environment.
 * @param needed e.g. `Variables.pick({ TABLE_NAME: true })`
 * @throws one fault that names every variable that is missing or wrong, and no value
 */
export const environment = <Needed extends z.ZodObject>(needed: Needed): z.infer<Needed> => {
  // biome-ignore lint/style/noProcessEnv: the one place that reads the environment
  const read = needed.safeParse(process.env)
  if (read.success) return read.data
  const wrong = new Set(read.error.issues.map(({ path }) => String(path[0])))
  throw new Fault(`environment variables missing or wrong: ${[...wrong].join(', ')}`)
}
