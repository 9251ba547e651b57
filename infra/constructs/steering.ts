import { Duration } from 'aws-cdk-lib'
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import { drainsKey } from '../../functions/record/keys.ts'
import { LambdaStep, type Surroundings } from './lambda-step.ts'

/** Operators, each by an identity of AWS → steer → what is known of a carrier, which every decision reads. */
export class Steering extends Construct {
  /** Where a carrier is drained and restored, signed. Nobody may call by this alone: who may has the right to from IAM. */
  readonly url: string

  constructor(scope: Construct, id: string, surroundings: Surroundings) {
    super(scope, id)
    const { carriers, allowedCountries } = surroundings.config
    const steer = new LambdaStep(this, 'Steer', surroundings, { folder: 'steer', timeout: Duration.seconds(30) })
    steer.usesRecordsOf(drainsKey.PK, 'GetItem', 'PutItem')
    steer.uses('CARRIERS', JSON.stringify(carriers)).uses('ALLOWED_COUNTRIES', JSON.stringify(allowedCountries))
    this.url = steer.function.addFunctionUrl({ authType: FunctionUrlAuthType.AWS_IAM }).url
  }
}
