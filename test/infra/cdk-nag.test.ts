import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { AwsSolutionsChecks } from 'cdk-nag'
import { expect, it, onTestFinished } from 'vitest'
import { everyDeployment, stackOf } from './synthesise.ts'

const stackFor = (overrides: Readonly<Record<string, unknown>>) => {
  const outdir = mkdtempSync(join(tmpdir(), 'heliograph-nag-'))
  onTestFinished(() => rmSync(outdir, { recursive: true }))
  return stackOf(overrides, outdir)
}

/** "AwsSolutions-SQS3 HeliographLocal/Any/Resource" */
const findingsIn = (stack: ReturnType<typeof stackOf>) =>
  new AwsSolutionsChecks()
    .validateScope(stack)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    )

it.each(Object.entries(everyDeployment))('cdk-nag finds nothing in %s but what has its reason beside it', (_name, overrides) => {
  expect(findingsIn(stackFor(overrides))).toEqual([])
})

it('cdk-nag finds what has none', () => {
  const stack = stackFor({ deployment: 'local' })
  new Queue(stack, 'Any')
  expect(findingsIn(stack)).toEqual([
    'AwsSolutions-SQS3 HeliographLocal/Any/Resource',
    'AwsSolutions-SQS4 HeliographLocal/Any/Resource',
  ])
})
