import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { by, recorded, taken } from './alarm-cases/histories.ts'
import { ofCarriers } from './alarm-cases/of-carriers.ts'
import { ofHistories } from './alarm-cases/of-histories.ts'
import { ofRefusals } from './alarm-cases/of-refusals.ts'
import { ofTheMachine } from './alarm-cases/of-the-machine.ts'
import { asOurs, type Recorded, service, type Timed } from './alarm-cases/recorded.ts'
import { type AlarmProperties, alarmsOf, periodSeconds, rings, ringsMeanwhile } from './alarm-of.ts'
import { synthesise } from './synthesise.ts'

/** Whatever raises an alarm somewhere. */
const alarms = alarmsOf(
  synthesise({
    deployment: 'production',
    'heliograph.parts.twilio': 'true',
    'heliograph.senders': '[{"senderId":"Heliograph"}]',
    'heliograph.carriers.verification': '["twilio","sns"]',
  }),
)
const alarmOf = (name: string): AlarmProperties => {
  const alarm = alarms[`Alarms${name}`]
  if (alarm === undefined) throw new Error(`there is no alarm ${name} among ${Object.keys(alarms).join(', ')}`)
  return alarm
}

const cases = [...ofCarriers, ...ofHistories, ...ofRefusals, ...ofTheMachine]

const ofAnotherDeployment = (recorded: readonly Recorded[]) =>
  recorded.map((one) => ('service' in one.dimensions ? { ...one, dimensions: { ...one.dimensions, service: 'Other' } } : one))

describe.each(cases)('the alarm $alarm', ({ alarm, raisedBy, bad, notBy, good }) => {
  it(`is raised by ${raisedBy}`, () => {
    expect(rings(alarmOf(alarm), bad)).toBe(true)
  })

  it(`is not raised, and goes back, by ${notBy}`, () => {
    expect(rings(alarmOf(alarm), good)).toBe(false)
  })

  it('goes back when nothing happens any more', () => {
    expect(rings(alarmOf(alarm), [])).toBe(false)
  })
})

it('every alarm has a case that raises it, and one that does not', () => {
  expect(new Set(Object.keys(alarms))).toEqual(new Set(cases.map(({ alarm }) => `Alarms${alarm}`)))
})

it('no alarm rings for what happens in another deployment', () => {
  const rung = [...ofCarriers, ...ofHistories, ...ofRefusals].filter(({ alarm, bad }) =>
    rings(alarmOf(alarm), ofAnotherDeployment(bad)),
  )
  expect(rung).toEqual([])
  expect(service).toBe('Heliograph')
})

it('codes that are slow for a moment call nobody: it takes a quarter of an hour', () => {
  const slow = ofCarriers.filter(({ alarm }) => alarm === 'SlowCodestwilio').flatMap(({ bad }) => bad)
  expect(rings(alarmOf('SlowCodestwilio'), slow, 2)).toBe(false)
  expect(rings(alarmOf('SlowCodestwilio'), slow, 3)).toBe(true)
})

describe('receipts that come later than their texts', () => {
  const alarm = alarmOf('NoReceiptstwilio')
  const at = (minute: number, figures: readonly Recorded[]): Timed[] => figures.map((one) => ({ ...one, minute }))
  const texts = asOurs(recorded(20, by(taken)))
  const receipts = asOurs([{ name: 'Receipts', value: 20, dimensions: { carrier: 'twilio' } }])

  it('call nobody after a quiet time, though for a minute there are texts and no receipts', () => {
    const afterQuiet = [...at(60, texts), ...at(61, receipts)]
    expect(ringsMeanwhile(alarm, afterQuiet)).toBe(false)
    expect(ringsMeanwhile({ ...alarm, EvaluationPeriods: 1 }, afterQuiet)).toBe(true)
  })

  it('call nobody once one came after a quarter of an hour', () => {
    expect(ringsMeanwhile(alarm, [...at(60, texts), ...at(75, receipts), ...at(76, texts)])).toBe(false)
  })

  it('call somebody when they do not come for half an hour', () => {
    expect(ringsMeanwhile(alarm, [...at(60, texts), ...at(76, texts)])).toBe(true)
  })
})

/** "For 15 minutes" or "Within an hour", as an alarm says it. */
const minutesIn = (description: string) => {
  const [, many] = /(?:For|Within) (\d+ minutes|an hour)/.exec(description) ?? []
  return many === undefined ? undefined : many === 'an hour' ? 60 : Number.parseInt(many, 10)
}

it('every alarm that names a time judges by that time', () => {
  const named = Object.values(alarms).filter(({ AlarmDescription }) => minutesIn(AlarmDescription) !== undefined)
  expect(named.length).toBeGreaterThan(5)
  for (const alarm of named) {
    const { AlarmDescription, EvaluationPeriods } = alarm
    const minutes = (periodSeconds(alarm) * EvaluationPeriods) / 60
    expect([AlarmDescription, minutes]).toEqual([AlarmDescription, minutesIn(AlarmDescription)])
  }
})

it('every figure of ours that an alarm reads is one that a function counts', () => {
  const folder = join(import.meta.dirname, '../../functions')
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const source = sources.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
  const read = Object.values(alarms).flatMap(({ Namespace, MetricName, Metrics = [] }) => [
    { Namespace, MetricName },
    ...Metrics.flatMap(({ MetricStat }) => (MetricStat ? [MetricStat.Metric] : [])),
  ])
  const ours = new Set(read.filter(({ Namespace }) => Namespace === 'Heliograph').map(({ MetricName }) => MetricName))
  expect(ours.size).toBeGreaterThan(10)
  for (const name of ours) expect(source).toMatch(new RegExp(`(count|countRejection|seconds)\\('${name}'|name: '${name}'`))
})
