import { type IWidget, TextWidget } from 'aws-cdk-lib/aws-cloudwatch'

/** Where the console shows what lies behind a figure. */
export interface Places {
  readonly region: string
  readonly stateMachineArn: string
  /** The log group of each function, by its folder. */
  readonly logs: Readonly<Record<string, string>>
}

const line = (words: readonly string[], height = 1): IWidget => new TextWidget({ markdown: words.join(' · '), width: 24, height })

const linked = (to: Readonly<Record<string, string>>) => Object.entries(to).map(([text, url]) => `[${text}](${url})`)

/** Sections of the runbook, as their links have them. */
const runbook = (...sections: readonly string[]) =>
  `Runbook: ${sections.map((section) => `\`docs/operating.md#${section}\``).join(', ')}`

/** From the dashboard into the console and the runbook, a line above each part. */
export const links = ({ region, stateMachineArn, logs }: Places) => {
  const site = `https://${region}.console.aws.amazon.com`
  const cloudWatch = `${site}/cloudwatch/home?region=${region}`
  const executions = `${site}/states/home?region=${region}#/statemachines/view/${stateMachineArn}`
  const logOf = (group: string) => `${cloudWatch}#logsV2:log-groups/log-group/${group}`
  const alarms = linked({ Alarms: `${cloudWatch}#alarmsV2:` })
  return {
    carriers: line(['**Carriers**', ...alarms, runbook('a-carrier-fails', 'receipts-stopped', 'the-account-cannot-send')]),
    kinds: line(['**Kinds**', ...linked({ Executions: executions }), runbook('the-daily-questions', 'a-budget-is-spent')]),
    machine: line([
      '**The machine**',
      ...linked({
        'Failed executions': `${executions}?statusFilter=FAILED`,
        Queues: `${site}/sqs/v3/home?region=${region}#/queues`,
      }),
      runbook('the-machine-is-stuck', 'dead-letters'),
    ]),
    logs: line(['**Logs**', ...linked(Object.fromEntries(Object.entries(logs).map(([name, group]) => [name, logOf(group)])))], 2),
  }
}
