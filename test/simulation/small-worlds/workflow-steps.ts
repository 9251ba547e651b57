import { appointmentsDue } from '../../../functions/publish/appointments-due.ts'
import { noon } from '../../builders/noon.ts'
import type { Call, Execution } from '../workflow/execution.ts'
import { type Failure, fail, succeed, todo, waited } from '../workflow/machine.ts'
import type { Choice } from './choice.ts'
import { begun, isUnderWay, twinOf } from './invocations.ts'
import type { Laws } from './laws.ts'
import type { World } from './world.ts'

/** No back-off takes time here: what happens during one happens as well before it or after it. */
const random = 0

const sendName = ({ sends }: World) => `send ${sends + 1}`

const called = (laws: Laws, world: World, { step, payload, timeoutSeconds }: Call): World => {
  if (step !== 'send') {
    const after = begun(laws, world, { function: step, payload }, 'task')
    return { ...after, task: { name: after.live.at(-1)?.place.invoked.name ?? '' } }
  }
  const task = { name: sendName(world), ...(timeoutSeconds !== undefined && { until: world.seconds + timeoutSeconds }) }
  const invoked = { name: task.name, function: step, payload }
  return begun(laws, { ...world, task, sends: world.sends + 1 }, invoked, 'task')
}

/** The rule on the machine's status has Close invoked for every execution that did not succeed. */
const ruled = (laws: Laws, world: World): World =>
  begun(laws, world, { function: 'close', payload: { notificationId: world.execution.data.notificationId } }, 'rule')

/** The stream brings an outcome to Publish, which goes to the rendezvous that nobody else may go to any more. */
const published = (laws: Laws, world: World): World => {
  if (!appointmentsDue(undefined, laws.tables.notificationOf(world.table))) return world
  const NewImage = laws.tables.imageOf(world.table)
  return begun(laws, world, { function: 'publish', payload: { dynamodb: { NewImage } } }, 'rule')
}

/** Goes on with an execution that came to another step. The twin of a function may live on. */
export const moved = (laws: Laws, { task, ...world }: World, execution: Execution): World => {
  const isOutlived = world.isOutlived || (task !== undefined && isUnderWay(world, twinOf(task.name)))
  const next = { ...world, execution, isOutlived }
  const doing = todo(laws.definition, execution, sendName(next))
  if (doing.type === 'call') return called(laws, next, doing)
  if (doing.type !== 'ended') return next
  return doing.status === 'SUCCEEDED' ? published(laws, next) : ruled(laws, next)
}

export const succeeded = (laws: Laws, world: World, output: unknown): World =>
  moved(laws, world, succeed(laws.definition, world.execution, output))

export const failed = (laws: Laws, world: World, failure: Failure): World =>
  moved(laws, world, fail(laws.definition, world.execution, failure, random))

const passed = (laws: Laws, world: World, until: number): World =>
  moved(laws, { ...world, seconds: Math.max(world.seconds, until) }, waited(laws.definition, world.execution))

const timedOut = (laws: Laws, world: World, until: number, outlived: number): World => {
  const left = { ...world.left, outlived: world.left.outlived - outlived }
  const late = { ...world, left, isOutlived: world.isOutlived || outlived > 0, seconds: Math.max(world.seconds, until) }
  return failed(laws, late, { error: 'States.Timeout', cause: '' })
}

/** What Step Functions may do by itself: give a task up, or go on after a wait. A function ends before its task, but where `outlived` says so. */
export const workflowChoices = (laws: Laws, world: World): Choice[] => {
  const { task, left, execution } = world
  if (task?.until !== undefined) {
    const [until, outlived] = [task.until, isUnderWay(world, task.name) ? 1 : 0]
    const said = () => `${task.name} times out at ${until} s${outlived > 0 ? ', while its function lives on' : ''}`
    return outlived > left.outlived ? [] : [{ said, next: () => timedOut(laws, world, until, outlived) }]
  }
  if (task || !world.isStarted) return []
  const doing = todo(laws.definition, execution, '')
  if (doing.type === 'back-off') return [{ said: () => 'the back-off is over', next: () => passed(laws, world, 0) }]
  if (doing.type !== 'wait') return []
  const until = (doing.until.getTime() - noon.getTime()) / 1000
  return [{ said: () => `the hold is over at ${until} s`, next: () => passed(laws, world, until) }]
}
