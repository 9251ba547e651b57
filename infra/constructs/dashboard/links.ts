import { type IWidget, TextWidget } from 'aws-cdk-lib/aws-cloudwatch'

/** From the dashboard into the console. */
export const links = (region: string, stateMachineArn: string): IWidget => {
  const site = `https://${region}.console.aws.amazon.com`
  const cloudWatch = `${site}/cloudwatch/home?region=${region}`
  const to = {
    Executions: `${site}/states/home?region=${region}#/statemachines/view/${stateMachineArn}`,
    'Logs of the functions': `${cloudWatch}#logsV2:log-groups`,
    Alarms: `${cloudWatch}#alarmsV2:`,
    Queues: `${site}/sqs/v3/home?region=${region}#/queues`,
  }
  const linked = Object.entries(to).map(([text, url]) => `[${text}](${url})`)
  return new TextWidget({
    markdown: `${linked.join(' · ')} · What to do is in the runbook, \`docs/operating.md\`.`,
    width: 24,
    height: 1,
  })
}
