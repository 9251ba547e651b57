import type { PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { SendTaskFailureCommand, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { holdsPersonalData } from '../core/canaries.ts'
import { numberOf } from '../core/ids.ts'
import type { World } from '../core/world.ts'
import type { Ports, WorkflowCommand } from '../handlers/ports.ts'
import type { Place } from './place.ts'
import { recordsFor } from './records.ts'
import { callService } from './sdk.ts'

const resumeOrStart = (world: World, command: WorkflowCommand): object => {
  const { workflows } = world
  if (command instanceof StartExecutionCommand) return workflows.start(command.input.name ?? '', command.input.input ?? '')
  const { taskToken = '' } = command.input
  if (command instanceof SendTaskFailureCommand)
    return workflows.failTask(taskToken, { error: command.input.error ?? '', cause: command.input.cause ?? '' })
  return workflows.succeedTask(taskToken, command.input.output ?? '')
}

/** All that one invocation has to do with the simulated world, with its own clock and its own luck. */
export const portsFor = (world: World, place: Place): Ports => {
  const { time, chance, faults, ledger } = world
  const { of, invocation, process } = place
  const skew = faults.strike('clock', of, (fault) => fault.step === process.step)?.seconds ?? 0
  let rolls = 0
  const roll = (what: string) => chance(of, process.step, invocation, what, ++rolls)
  const ownClock = () => time.now() + skew * 1000
  return {
    dynamo: (command) => recordsFor(world, place)(command as { readonly input: object }),
    workflows: (command) => callService(world, place, 'workflows', () => resumeOrStart(world, command)),
    events: (command: PutEventsCommand) => callService(world, place, 'bus', () => world.bus.putStatus(of, command)),
    callCarrier: (name, message) => world.network.call(place, name, message, ownClock),
    keepDeadLetter: async (body) => void (await callService(world, place, 'bus', () => world.requests.keepUnreadable(of, body))),
    emit: (figure) => {
      const text = JSON.stringify(figure)
      if (holdsPersonalData(text)) ledger.leaks.push({ of: numberOf(text), where: `the metric ${figure.name}` })
    },
    now: () => new Date(ownClock()),
    random: () => roll('random'),
    newMark: () => `mark-${of}-${process.step}-${invocation}-${++rolls}`,
    pause: () => process.gate(time.sleep(50 * roll('pause'))),
  }
}
