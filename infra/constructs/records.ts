import { RemovalPolicy, Validations } from 'aws-cdk-lib'
import {
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { openIndex } from '../../functions/record/open-index.ts'
import { suppressedIndex } from '../../functions/record/recipient/suppressed-index.ts'
import { recipientIndex } from '../../functions/record/recipient-index.ts'

const indexes = [recipientIndex, openIndex, suppressedIndex]

/** An index tells what it must, and nothing else of its items: whoever needs that reads the item itself. */
const indexed = ({ name, partition, sort, tells }: (typeof indexes)[number]): GlobalSecondaryIndexPropsV2 => ({
  indexName: name,
  partitionKey: { name: partition, type: AttributeType.STRING },
  sortKey: { name: sort, type: AttributeType.STRING },
  projectionType: ProjectionType.INCLUDE,
  nonKeyAttributes: [...tells],
})

/** The one table, and the key of the hashes that stand in it instead of numbers. Both outlive the stack. */
export class Records extends Construct {
  readonly table: TableV2
  readonly hashKey: Secret

  constructor(scope: Construct, id: string, { key }: { readonly key: IKey }) {
    super(scope, id)
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: 'PK', type: AttributeType.STRING },
      sortKey: { name: 'SK', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: 'ttl',
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      globalSecondaryIndexes: indexes.map(indexed),
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.hashKey = new Secret(this, 'HashKey', {
      description: 'Heliograph: key of the hashes of recipients and requests',
      encryptionKey: key,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ id: '1' }),
        generateStringKey: 'key',
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    })
    Validations.of(this.hashKey).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'A new key makes hashes that compare with no older one, so a person decides when, and gives it another id.',
    })
  }
}
