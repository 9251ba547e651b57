import * as z from 'zod'
import { Fields, Path } from './fields.ts'

/**
 * As much of the Amazon States Language as our workflows use, JSONPath flavour. Whatever else stands in a definition
 * throws: an interpreter that passes something over proves nothing.
 * Source: https://states-language.net/spec.html
 */

export const deliverySteps = ['validate', 'send', 'fall-back', 'close'] as const
export type DeliveryStep = (typeof deliverySteps)[number]

export const reviewSteps = ['check-template', 'request-review', 'close-review'] as const
export type ReviewStep = (typeof reviewSteps)[number]

export type Step = DeliveryStep | ReviewStep

/** A function by its ARN, of which the last part is the folder of its code. */
const StepArn = z
  .string()
  .startsWith('arn:aws:lambda:')
  .transform((arn) => arn.split(':').at(-1))
  .pipe(z.enum([...deliverySteps, ...reviewSteps]))

/** One of all errors, or of a function's own: the other names that the language reserves mean what nobody asked for here. */
const ErrorName = z.union([z.enum(['States.ALL', 'States.Timeout']), z.string().regex(/^(?!States\.)/)])

/** An error that is not tried again by any Retrier below. */
const NoRetry = z
  .strictObject({ ErrorEquals: z.array(ErrorName).min(1), MaxAttempts: z.literal(0) })
  .transform((none) => ({ ...none, IntervalSeconds: 1, BackoffRate: 1, MaxDelaySeconds: 1 }))

const Backoff = z.strictObject({
  ErrorEquals: z.array(ErrorName).min(1),
  IntervalSeconds: z.int().positive(),
  BackoffRate: z.number().min(1),
  MaxDelaySeconds: z.int().positive(),
  MaxAttempts: z.int().nonnegative(),
  JitterStrategy: z.literal('FULL'),
})
const Retrier = z.union([NoRetry, Backoff])
export type Retrier = z.infer<typeof Retrier>

const Catcher = z.strictObject({ ErrorEquals: z.array(ErrorName).min(1), ResultPath: z.null(), Next: z.string() })

const task = {
  Type: z.literal('Task'),
  ResultPath: Path.nullable(),
  Retry: z.array(Retrier),
  Catch: z.array(Catcher),
  Next: z.string(),
}

/** Its end is its function's. */
const Call = z
  .strictObject({ ...task, Resource: StepArn, Parameters: Fields })
  .transform(({ Resource: step, Parameters: payload, ...others }) => ({
    ...others,
    step,
    payload,
    waitsForToken: false,
    timeoutSeconds: undefined,
  }))

/** Its function only starts it; it ends by its token, or when its time is over. */
const CallAndWait = z
  .strictObject({
    ...task,
    Resource: z.literal('arn:aws:states:::lambda:invoke.waitForTaskToken'),
    Parameters: z.strictObject({ FunctionName: StepArn, Payload: Fields }),
    TimeoutSeconds: z.int().positive().optional(),
    TimeoutSecondsPath: Path.optional(),
  })
  .refine(({ TimeoutSeconds, TimeoutSecondsPath }) => (TimeoutSeconds === undefined) !== (TimeoutSecondsPath === undefined))
  .transform(({ Resource: _, Parameters: { FunctionName: step, Payload: payload }, ...others }) => {
    const { TimeoutSeconds, TimeoutSecondsPath, ...rest } = others
    return { ...rest, step, payload, waitsForToken: true, timeoutSeconds: TimeoutSecondsPath ?? TimeoutSeconds }
  })

const Task = z.union([Call, CallAndWait])
export type Task = z.infer<typeof Task>

const Next = z.string()
const words = { Variable: Path, StringEquals: z.string() }
const truth = { Variable: Path, BooleanEquals: z.boolean() }
const Comparison = z.union([z.strictObject(words), z.strictObject(truth)])
export type Comparison = z.infer<typeof Comparison>
const Rule = z.union([
  z.strictObject({ ...words, Next }).transform(({ Next, ...comparison }) => ({ And: [comparison], Next })),
  z.strictObject({ ...truth, Next }).transform(({ Next, ...comparison }) => ({ And: [comparison], Next })),
  z.strictObject({ And: z.array(Comparison).min(1), Next }),
])

const Choice = z.strictObject({ Type: z.literal('Choice'), Choices: z.array(Rule).min(1), Default: z.string() })
export type Choice = z.infer<typeof Choice>

const Wait = z.strictObject({ Type: z.literal('Wait'), TimestampPath: Path, Next: z.string() })
const Succeed = z.strictObject({ Type: z.literal('Succeed') })
const Fail = z.union([
  z.strictObject({ Type: z.literal('Fail'), Error: z.string(), Cause: z.string() }),
  z.strictObject({ Type: z.literal('Fail'), Error: z.string(), CausePath: Path }),
])
export type Fail = z.infer<typeof Fail>

const State = z.union([Task, Choice, Wait, Succeed, Fail])
export type State = z.infer<typeof State>

const followersOf = (state: State): string[] => {
  switch (state.Type) {
    case 'Task':
      return [state.Next, ...state.Catch.map(({ Next }) => Next)]
    case 'Choice':
      return [state.Default, ...state.Choices.map(({ Next }) => Next)]
    case 'Wait':
      return [state.Next]
    default:
      return []
  }
}

/** A definition that was understood to its last field, and in which every state that is named exists. */
export const Definition = z
  .strictObject({ StartAt: z.string(), States: z.record(z.string(), State), TimeoutSeconds: z.int().positive() })
  .refine(({ StartAt, States }) =>
    [StartAt, ...Object.values(States).flatMap(followersOf)].every((name) => Object.hasOwn(States, name)),
  )
export type Definition = z.infer<typeof Definition>
