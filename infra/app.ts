import { App } from 'aws-cdk-lib'
import { readTemplates } from '../commands/template/read-templates.ts'
import { bundleFunctions } from './bundle.ts'
import { HeliographStack } from './heliograph-stack.ts'
import { readConfig } from './read-config.ts'

const app = new App()
try {
  const config = readConfig(app.node.getAllContext())
  const templates = await readTemplates('templates')
  if (!templates.ok) throw new Error(templates.problems.join('\n'))
  // biome-ignore lint/style/noProcessEnv: the CDK CLI tells an app its account and Region this way
  const { CDK_DEFAULT_ACCOUNT: account, CDK_DEFAULT_REGION: region } = process.env
  new HeliographStack(app, config.stackName, { config, bundles: bundleFunctions(), env: { account, region } })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
