import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { readTemplate } from '../functions/record/read-template.ts'
import { storeTemplate } from '../functions/record/store-template.ts'
import { Failed } from './failed.ts'
import { type Pushed, pushTemplate } from './push-template.ts'
import { readTemplates } from './read-templates.ts'
import { findTarget, type Target, type TargetOptions } from './target.ts'

/** Stores every template of a folder in a deployment. */
export const pushTemplates = async ({ client, outputs }: Target, folder: string): Promise<Pushed[]> => {
  const read = await readTemplates(folder)
  if (!read.ok) throw new Failed(read.problems.join('\n'))
  const table = { client: DynamoDBDocumentClient.from(new DynamoDBClient(client)), name: outputs.TableName }
  const dependencies = { readTemplate: readTemplate(table), storeTemplate: storeTemplate(table), now: () => new Date() }
  return Promise.all(read.templates.map((template) => pushTemplate(dependencies, template)))
}

/** `heliograph template push [folder]` */
export const templatePush = async (folder: string, options: TargetOptions): Promise<void> => {
  for (const { name, version, stored } of await pushTemplates(await findTarget(options), folder))
    console.log(`${name}@${version} ${stored ? 'stored' : 'unchanged'}`)
}
