import { Duration } from 'aws-cdk-lib'
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import { notificationKey } from '../../functions/record/keys.ts'
import { LambdaStep, type Surroundings } from './lambda-step.ts'

/** Operators, each by an identity of AWS → reveal → who looked, kept for good → number, parameters and text. */
export class Revealer extends Construct {
  /** Where somebody looks, signed. Nobody may call by this alone: who may has the right to from IAM. */
  readonly url: string

  constructor(scope: Construct, id: string, surroundings: Surroundings) {
    super(scope, id)
    const reveal = new LambdaStep(this, 'Reveal', surroundings, { folder: 'reveal', timeout: Duration.seconds(30) })
    reveal.usesRecordsOf(notificationKey('*').PK, 'GetItem', 'PutItem')
    this.url = reveal.function.addFunctionUrl({ authType: FunctionUrlAuthType.AWS_IAM }).url
  }
}
