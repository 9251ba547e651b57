import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { deadLetterQueues } from '../../commands/dead-letter-queues.ts'
import type { Target } from '../../commands/target.ts'
import { said } from '../../docs/template-words.ts'
import { attentionClasses, failureClasses } from '../../functions/notification/failure.ts'
import { kinds } from '../../functions/notification/kinds.ts'
import { outcomes } from '../../functions/notification/outcome.ts'
import { evidences } from '../../functions/notification/receipt.ts'
import { budgetLevels } from '../../functions/policy/budget/budget-level.ts'
import { countedFigures } from '../../functions/publish/status-metric.ts'
import { alarmsOf } from '../infra/alarm-of.ts'
import { synthesise } from '../infra/synthesise.ts'

const runbook = readFileSync(join(import.meta.dirname, '../../docs/operating.md'), 'utf8')

it('the runbook states how many series of figures there can be', () => {
  const [attempts, accepted, parts, money, seconds, causes] = [1, 1, 1, 1, 3, failureClasses.length + 2]
  const byKind = attempts + accepted + evidences.length + failureClasses.length + parts + money + seconds
  const byCarrier = kinds.length * byKind + causes + ['CarrierFailed', 'Receipts'].length
  const kindsAndNone = kinds.length + 1
  const beside =
    kindsAndNone * (1 + outcomes.length + 1) + kinds.length + attentionClasses.length + ['Fault'].length + budgetLevels.length
  expect(runbook).toContain(`There can be at most ${byCarrier} series a carrier\nand ${beside} beside them`)
})

it('the runbook has a row for every figure that is counted', () => {
  for (const figure of countedFigures) expect(runbook).toMatch(new RegExp(`^\\| [^|]*\`${figure}\`[^|]*\\|`, 'm'))
})

it('every section on an alarm says what it means, where to look first, what to do, and how to be sure', () => {
  const sections = runbook.split(/^##+ /m).filter((section) => section.includes('**Means**'))
  expect(sections.length).toBeGreaterThan(15)
  for (const section of sections)
    for (const part of ['**First look**', '**Action**', '**To be sure**']) expect(section).toContain(part)
})

const withTwilio = {
  deployment: 'production',
  'heliograph.parts.twilio': 'true',
  'heliograph.senders': '[{"senderId":"Heliograph"}]',
  'heliograph.carriers.verification': '["twilio","sns"]',
}
const deployed = [{ deployment: 'production' }, withTwilio, { deployment: 'local' }].map(synthesise)

/** What the alarms of any deployment name, as the headings have it. */
const namedBy = (type: 'Alarm' | 'CompositeAlarm') => {
  const descriptions = deployed.flatMap((template) =>
    Object.values(template.findResources(`AWS::CloudWatch::${type}`)).map(
      ({ Properties }): string => Properties.AlarmDescription,
    ),
  )
  return new Set(descriptions.map((description) => description.split('docs/operating.md#')[1]))
}

const sectionsThatSay = (words: string) => {
  const titles = runbook.split(/^##+ /m).filter((section) => section.includes(words))
  return new Set(titles.map((section) => (section.split('\n')[0] ?? '').toLowerCase().replaceAll(' ', '-')))
}

it('the runbook has a section for every alarm, and none for what no alarm calls for', () => {
  expect(sectionsThatSay('**Means**')).toEqual(namedBy('Alarm'))
  expect(sectionsThatSay('The page above its signs')).toEqual(namedBy('CompositeAlarm'))
})

it('the runbook names every dead-letter queue that calls', () => {
  const queues = deployed.flatMap((template) =>
    Object.entries(template.findResources('AWS::CloudWatch::Alarm'))
      .filter(([, { Properties }]) => Properties.AlarmDescription.endsWith('#dead-letters'))
      .map(([logicalId]) => said({ Ref: logicalId }).replace(/^Alarms/, '')),
  )
  const [, section = ''] = runbook.split('## Dead letters')
  expect(queues.length).toBeGreaterThan(20)
  expect([...new Set(queues)].filter((queue) => !section.includes(` (${queue}) |`))).toEqual([])
})

it('the runbook calls each of them as the terminal does', () => {
  const told = Object.keys(deployed[0]?.findOutputs('*') ?? {}).map((name) => [name, name])
  const outputs: Target['outputs'] = Object.fromEntries(told)
  const [, section = ''] = runbook.split('## Dead letters')
  const rows = section.split('\n').flatMap((line) => (/^\| ([^|]+ \(\w+\)) \|/.exec(line) ?? []).slice(1))
  expect(new Set(rows)).toEqual(new Set(Object.keys(deadLetterQueues({ outputs }))))
})

it.each([
  ['With SNS alone it is', { deployment: 'production' }],
  ['and two above them:', withTwilio],
])('the runbook states what the alarms cost: %s', (words, overrides) => {
  const template = synthesise(overrides)
  const alarms = Object.values(alarmsOf(template))
  const read = alarms.flatMap(({ Metrics = [{ MetricStat: {} }] }) => Metrics.filter(({ MetricStat }) => MetricStat)).length
  const above = Object.keys(template.findResources('AWS::CloudWatch::CompositeAlarm')).length
  expect(runbook).toContain(`${words} ${Math.round(read * 0.1 + above * 0.5)}`)
})
