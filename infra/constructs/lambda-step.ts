import { join } from 'node:path'
import { type Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { VariableName } from '../../functions/runtime/environment.ts'
import type { Config } from '../config.ts'
import type { Alarms } from './alarms.ts'
import { letUseRecords, type RecordsAction } from './let-use-records.ts'
import type { NamedWorkflow } from './named-workflow.ts'
import type { Records } from './records.ts'

/** What every function of a deployment shares. */
export interface Surroundings {
  readonly config: Config
  readonly key: IKey
  readonly alarms: Alarms
  readonly records: Records
  /** The folder of the bundled functions. */
  readonly bundles: string
}

interface Props {
  /** The folder below `functions/`. */
  readonly folder: string
  readonly timeout: Duration
  /** For a function that is called asynchronously: where the calls end that failed three times. */
  readonly onFailure?: IQueue
}

/** One of our functions, with a role and a log of its own, and an alarm: what is expected is never an error. */
export class LambdaStep extends Construct {
  readonly function: LambdaFunction
  /** Where its code lies below `functions/`; what it is called. */
  readonly folder: string
  readonly #surroundings: Surroundings

  constructor(scope: Construct, id: string, surroundings: Surroundings, { folder, timeout, onFailure }: Props) {
    super(scope, id)
    this.#surroundings = surroundings
    this.folder = folder
    const { config, key, alarms, bundles } = surroundings
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    for (const family of ['kms:GenerateDataKey*', 'kms:ReEncrypt*'])
      Validations.of(role).acknowledge({
        id: `AwsSolutions-IAM5[Action::${family}]`,
        reason:
          'DynamoDB, SQS and Secrets Manager use the whole family on behalf of their caller, and only the key of the stack is named.',
      })
    const logGroup = new LogGroup(this, 'Log', {
      encryptionKey: key,
      retention: config.retentionDays.logs,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    logGroup.grantWrite(role)
    this.function = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(join(bundles, folder)),
      handler: 'index.handler',
      memorySize: 512,
      timeout,
      role,
      logGroup,
      environment: { POWERTOOLS_SERVICE_NAME: config.stackName },
      ...(onFailure && { onFailure: new SqsDestination(onFailure) }),
    })
    const metric = this.function.metricErrors({ statistic: 'Sum' })
    alarms.warn(`${id}Errors`, { metric, says: `The function ${folder} failed.`, section: 'a-function-failed' })
  }

  /** Lets the function do this with the records and no more, and tells it where they are. */
  usesRecords(...actions: readonly RecordsAction[]): void {
    this.usesRecordsOf(undefined, ...actions)
  }

  /** The same, with the records of some partitions alone, e.g. "CARRIERS" or "N#*". */
  usesRecordsOf(partitions: string | undefined, ...actions: readonly RecordsAction[]): void {
    const { config, records } = this.#surroundings
    const { records: recordDays, person } = config.retentionDays
    this.uses('TABLE_NAME', records.table.tableName).uses('RECORD_DAYS', String(recordDays)).uses('PERSON_DAYS', String(person))
    letUseRecords(this.function, records.table.tableArn, actions, partitions)
    records.table.encryptionKey?.grantEncryptDecrypt(this.function)
  }

  /** Lets the function take receipts: keep them, merge them into their notification and resume its workflow. */
  takesReceipts(workflow: NamedWorkflow): void {
    this.usesRecords('GetItem', 'PutItem', 'UpdateItem')
    const { networkOnlyCountries, kinds } = this.#surroundings.config
    this.uses('NETWORK_ONLY_COUNTRIES', JSON.stringify(networkOnlyCountries)).uses('KINDS', JSON.stringify(kinds))
    workflow.letSettle(this.function)
  }

  /** Tells the function what the deployment says of policy, and lets it find a recipient by the keyed hash of the number. */
  judgesPolicy(): void {
    const { config, records } = this.#surroundings
    this.uses('QUIET_HOURS', JSON.stringify(config.quietHours)).uses('BUDGET_ZONE', config.budgetZone)
    this.uses('HASH_KEY_ARN', records.hashKey.secretArn)
    records.hashKey.grantRead(this.function)
  }

  /** Lets the function query one index of the records. */
  queriesIndex({ name }: { readonly name: string }): void {
    letUseRecords(this.function, `${this.#surroundings.records.table.tableArn}/index/${name}`, ['Query'])
  }

  /** Sets a variable of the function's environment. */
  uses(name: VariableName, value: string): this {
    this.function.addEnvironment(name, value)
    return this
  }
}
