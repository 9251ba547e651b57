import * as z from 'zod'

/** What a row of a widget says beside the metric: an expression over others of the widget, or how a metric is shown. */
const Options = z.object({
  id: z.string().optional(),
  label: z.string().optional(),
  expression: z.string().optional(),
  stat: z.string().default('Sum'),
  visible: z.boolean().default(true),
})

/** A namespace, a name, dimensions by name and value, and options at the end. */
const Row = z.array(z.union([z.string(), Options])).transform((cells) => {
  const words = cells.filter((cell) => typeof cell === 'string')
  const [options = Options.parse({})] = cells.filter((cell) => typeof cell !== 'string')
  const [namespace = '', name = '', ...rest] = words
  const pairs = rest.flatMap((key, at) => (at % 2 === 0 ? [[key, rest[at + 1] ?? ''] as const] : []))
  return { ...options, namespace, name, dimensions: Object.fromEntries(pairs) }
})
export type Row = z.infer<typeof Row>

const Line = z.object({ value: z.number(), label: z.string(), color: z.string() })

const Properties = z.object({
  title: z.string().default(''),
  view: z.string().default('timeSeries'),
  stacked: z.boolean().default(false),
  markdown: z.string().default(''),
  metrics: z.array(Row).default([]),
  annotations: z.object({ horizontal: z.array(Line) }).optional(),
  yAxis: z.object({ left: z.object({ max: z.number().optional() }).optional() }).optional(),
})

const Widget = z.object({
  type: z.enum(['metric', 'text']),
  ...{ x: z.number(), y: z.number(), width: z.number(), height: z.number() },
  properties: Properties,
})
export type Widget = z.infer<typeof Widget>

/** A dashboard as CloudWatch has it: what ours use of it. */
export const DashboardBody = z.object({ widgets: z.array(Widget) })
