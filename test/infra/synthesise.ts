import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import type { Value } from '../../docs/template-words.ts'
import { HeliographStack } from '../../infra/heliograph-stack.ts'
import { readConfig } from '../../infra/read-config.ts'

const repository = join(import.meta.dirname, '../..')

/** As `cdk synth` sets them. */
export const featureFlags: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(join(repository, 'cdk.json'), 'utf8'),
).context

const appProps = {
  // The last two let a test name a function by the folder of its code.
  context: { ...featureFlags, 'aws:cdk:enable-asset-metadata': true, 'aws:cdk:disable-asset-staging': true },
  /** It takes a second and a half; app.test.ts has it done. */
  builtinCloudFormationValidation: false,
  treeMetadata: false,
}

export const account = '111122223333'
export const region = 'us-east-1'

/**
 * The stack of a deployment. Nothing here looks into the functions' code, so their sources stand in for the bundles.
 * @param overrides as on the command line of the CDK, e.g. { deployment: 'local' }
 */
export const stackOf = (overrides: Readonly<Record<string, unknown>>, outdir: string): HeliographStack => {
  const config = readConfig(overrides)
  const props = { config, bundles: join(repository, 'functions'), env: { account, region } }
  return new HeliographStack(new App({ outdir, ...appProps }), config.stackName, props)
}

/** A deployment as CloudFormation gets it. */
export const synthesise = (overrides: Readonly<Record<string, unknown>>): Template => {
  const outdir = mkdtempSync(join(tmpdir(), 'heliograph-synth-'))
  try {
    return Template.fromStack(stackOf(overrides, outdir))
  } finally {
    rmSync(outdir, { recursive: true })
  }
}

/** The deployments whose templates differ, each by its overrides. */
export const everyDeployment = {
  production: { deployment: 'production' },
  'production with Twilio': {
    deployment: 'production',
    'heliograph.parts.twilio': 'true',
    'heliograph.senders': '[{"senderId":"Heliograph"}]',
  },
  local: { deployment: 'local' },
}

export interface Resource<Properties> {
  readonly Properties: Properties
  readonly Metadata?: { readonly 'aws:asset:path'?: string }
  readonly DeletionPolicy?: string
}

/** All resources of a type, by logical id. A type of which there is none is a mistake of the test. */
export const resourcesOf = <Properties>(template: Template, type: string): Readonly<Record<string, Resource<Properties>>> => {
  const found = template.findResources(type) as Readonly<Record<string, Resource<Properties>>>
  if (Object.keys(found).length === 0) throw new Error(`there is no ${type} in the template`)
  return found
}

export interface FunctionProperties {
  readonly Runtime: string
  readonly Architectures: readonly string[]
  readonly Timeout: number
  readonly Role: Value
  readonly LoggingConfig: { readonly LogGroup: Value }
  readonly Environment: { readonly Variables: Readonly<Record<string, Value>> }
}

export interface DeployedFunction extends FunctionProperties {
  readonly logicalId: string
  /** The folder of its code, e.g. "fall-back" */
  readonly folder: string
}

/** The CDK's own function, by which custom resources call AWS while the stack is deployed. */
const isOfCdk = (path: string | undefined) => path === undefined || path.includes('aws-custom-resource-handler')

/** Our functions, the CDK's own left out. */
export const functionsOf = (template: Template): readonly DeployedFunction[] =>
  Object.entries(resourcesOf<FunctionProperties>(template, 'AWS::Lambda::Function'))
    .filter(([, { Metadata }]) => !isOfCdk(Metadata?.['aws:asset:path']))
    .map(([logicalId, { Properties, Metadata }]) => ({
      logicalId,
      folder: basename(Metadata?.['aws:asset:path'] ?? ''),
      ...Properties,
    }))
