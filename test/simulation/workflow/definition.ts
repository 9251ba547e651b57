import * as z from 'zod'

/**
 * As much of the Amazon States Language as the delivery workflow uses, JSONPath flavour. Whatever else stands in a definition
 * throws: an interpreter that passes something over proves nothing.
 * Source: https://states-language.net/spec.html
 */

/** "$.next.attempt" → ["next", "attempt"] */
const Path = z
  .string()
  .regex(/^\$(\.[A-Za-z]+)+$/)
  .transform((path): readonly string[] => path.split('.').slice(1))
export type Path = z.infer<typeof Path>

const TaskToken = z.literal('$$.Task.Token')
const pathField = z.string().regex(/^[A-Za-z]+\.\$$/)

/** Every field is read from the state: "attempt.$": "$.next.attempt". */
const Fields = z
  .record(pathField, z.union([TaskToken, Path]))
  .transform((fields) => Object.entries(fields).map(([field, from]) => ({ field: field.slice(0, -2), from })))
export type Fields = z.infer<typeof Fields>

export const steps = ['validate', 'send', 'fall-back', 'close'] as const
export type Step = (typeof steps)[number]

/** A function by its ARN, of which the last part is the folder of its code. */
const StepArn = z
  .string()
  .startsWith('arn:aws:lambda:')
  .transform((arn) => arn.split(':').at(-1))
  .pipe(z.enum(steps))

/** One of all errors, or of a function's own: the other names that the language reserves mean what nobody asked for here. */
const ErrorName = z.union([z.literal('States.ALL'), z.string().regex(/^(?!States\.)/)])

const Retrier = z.strictObject({
  ErrorEquals: z.array(ErrorName).min(1),
  IntervalSeconds: z.int().positive(),
  BackoffRate: z.number().min(1),
  MaxDelaySeconds: z.int().positive(),
  MaxAttempts: z.int().nonnegative(),
  JitterStrategy: z.literal('FULL'),
})
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
    TimeoutSecondsPath: Path,
  })
  .transform(({ Resource: _, Parameters: { FunctionName: step, Payload: payload }, TimeoutSecondsPath, ...others }) => ({
    ...others,
    step,
    payload,
    waitsForToken: true,
    timeoutSeconds: TimeoutSecondsPath,
  }))

const Task = z.union([Call, CallAndWait])
export type Task = z.infer<typeof Task>

const Comparison = z.strictObject({ Variable: Path, StringEquals: z.string() })
const Rule = z.union([
  Comparison.extend({ Next: z.string() }).transform(({ Next, ...comparison }) => ({ And: [comparison], Next })),
  z.strictObject({ And: z.array(Comparison).min(1), Next: z.string() }),
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
