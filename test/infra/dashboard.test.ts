import { describe, expect, it } from 'vitest'
import { said, type Value } from '../../docs/template-words.ts'
import { attentionClasses } from '../../functions/notification/failure.ts'
import { kinds } from '../../functions/notification/kinds.ts'
import { outcomes } from '../../functions/notification/outcome.ts'
import { runbookSections } from './runbook-sections.ts'
import { everyDeployment, functionsOf, resourcesOf, synthesise } from './synthesise.ts'

interface Widget {
  readonly type: string
  readonly y: number
  readonly x: number
  readonly width: number
  readonly properties: { readonly title?: string; readonly markdown?: string; readonly metrics?: readonly (readonly unknown[])[] }
}

const dashboardOf = (deployment: Readonly<Record<string, string>>) => {
  const template = synthesise(deployment)
  const found = Object.values(resourcesOf<{ readonly DashboardBody: Value }>(template, 'AWS::CloudWatch::Dashboard'))
  const bodies = found.map(({ Properties }): { readonly widgets: readonly Widget[] } =>
    JSON.parse(said(Properties.DashboardBody)),
  )
  return { template, widgets: bodies.flatMap(({ widgets }) => widgets) }
}

/** Every figure of ours on it, as name and dimensions. */
const figuresOn = (widgets: readonly Widget[]) =>
  widgets
    .flatMap(({ properties }) => properties.metrics ?? [])
    .filter(([namespace]) => namespace === 'Heliograph')
    .map((metric) =>
      metric
        .filter((part) => typeof part === 'string')
        .slice(1)
        .join(' '),
    )

describe.each(Object.entries(everyDeployment))('the dashboard of %s', (_, deployment) => {
  const { template, widgets } = dashboardOf(deployment)
  const text = widgets.map(({ properties }) => properties.markdown ?? '').join('\n')
  const titles = widgets.map(({ properties }) => properties.title ?? '')

  it('begins with the three questions', () => {
    const [row] = widgets
    const first = widgets.filter(({ y }) => y === row?.y).map(({ properties }) => properties.title)
    expect(first).toEqual([
      'Is it arriving? Of what ended, by kind',
      'How fast? Codes from request to delivery',
      'What does it cost?',
    ])
  })

  it('has each carrier beside the others, by the same questions', () => {
    const attempts = widgets.filter(({ properties }) => properties.title?.endsWith(': attempts'))
    expect(new Set(attempts.map(({ y }) => y)).size).toBe(1)
    expect(attempts.length).toBeGreaterThan(0)
  })

  it('shows every kind and every outcome', () => {
    const figures = figuresOn(widgets)
    for (const kind of kinds) {
      expect(figures.some((figure) => figure.startsWith('Requested') && figure.includes(`kind ${kind}`))).toBe(true)
      for (const outcome of outcomes)
        expect(figures.some((figure) => figure.includes(`kind ${kind} outcome ${outcome}`))).toBe(true)
    }
  })

  it('shows how long codes wait, refusals by code, and what a person has to mend', () => {
    const shown = figuresOn(widgets)
    expect(shown.some((figure) => figure.startsWith('SecondsToAccept') && figure.includes('kind verification'))).toBe(true)
    for (const name of attentionClasses)
      expect(shown.some((figure) => figure.startsWith(`NeedsAttention class ${name} `))).toBe(true)
    const [search] = widgets.filter(({ properties }) => properties.title === 'Rejected, by code')
    expect(JSON.stringify(search?.properties.metrics)).toContain('MetricName=\\"Rejected\\"')
  })

  it('shows the errors and throttles of every function, and every queue', () => {
    const shown = JSON.stringify(widgets.map(({ properties }) => properties.metrics))
    for (const { logicalId, folder } of functionsOf(template)) {
      expect(shown).toContain(said({ Ref: logicalId }))
      expect(shown).toContain(`${folder}: throttles`)
    }
    for (const logicalId of Object.keys(resourcesOf(template, 'AWS::SQS::Queue')))
      expect(shown).toContain(`${said({ Ref: logicalId })}.QueueName`)
  })

  it('leads to the executions, the queues, the alarms, and the log of every function', () => {
    for (const link of ['#/statemachines/view/', '#/queues', '#alarmsV2:']) expect(text).toContain(link)
    for (const { folder, LoggingConfig } of functionsOf(template))
      expect(text).toContain(
        `[${folder}](https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#logsV2:log-groups/log-group/${said(LoggingConfig.LogGroup)})`,
      )
  })

  it('names sections of the runbook that there are', () => {
    const named = [...text.matchAll(/docs\/operating\.md#([a-z0-9-]+)/g)].map(([, section]) => section)
    expect(named.length).toBeGreaterThan(4)
    expect(named.filter((section) => !runbookSections().includes(section ?? ''))).toEqual([])
  })

  it('asks for no more than CloudWatch draws, and overlaps nothing', () => {
    expect(titles.length).toBeLessThanOrEqual(500)
    for (const { properties } of widgets) expect((properties.metrics ?? []).length).toBeLessThanOrEqual(500)
    for (const { x, width } of widgets) expect(x + width).toBeLessThanOrEqual(24)
  })
})
