import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { HeliographStack } from '../infra/heliograph-stack.ts'
import { readConfig } from '../infra/read-config.ts'
import { rightsTable } from './rights-table.ts'

const repository = join(import.meta.dirname, '..')

/** The deployment that has every part, and so every right that any has. */
const everyPart = {
  'heliograph.parts.twilio': 'true',
  'heliograph.senders': '[{"senderId":"Heliograph"}]',
}
const env = { account: '111122223333', region: 'us-east-1' }

const introduction = `# Rights

Written by \`npm run docs\` from the synthesised template of a production deployment with Twilio, which has every part: the account is
${env.account}, the Region ${env.region}. No right is given by anything but what stands here. \`CustomerKey\`, \`RecordsTable\` and the like are the
stack's own resources; a right on \`*\` has the reason that stands beside it in the code. In the account, IAM decides who may put events on the bus and
start, stop or redrive executions: see [events.md](events.md).

An action that ends in \`*\`, as \`kms:ReEncrypt*\`, is a family of actions that DynamoDB, SQS and Secrets Manager use as a whole on behalf of their caller.
`

/** docs/rights.md as it must be now. Nothing here looks into the functions' code, so their sources stand in for the bundles. */
export const rightsDocument = (): string => {
  const outdir = mkdtempSync(join(tmpdir(), 'heliograph-rights-'))
  try {
    const { context } = JSON.parse(readFileSync(join(repository, 'cdk.json'), 'utf8'))
    const app = new App({
      outdir,
      context: { ...context, 'aws:cdk:disable-asset-staging': true },
      builtinCloudFormationValidation: false,
      treeMetadata: false,
    })
    const config = readConfig(everyPart)
    const stack = new HeliographStack(app, config.stackName, { config, bundles: join(repository, 'functions'), env })
    return `${introduction}\n${rightsTable(stack)}\n`
  } finally {
    rmSync(outdir, { recursive: true })
  }
}
