import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { LambdaStep, type Surroundings } from './lambda-step.ts'

/** Answers operators what policy would say of a text, and what is left of the budgets. It only reads. */
export class Explainer extends Construct {
  readonly functionName: string

  constructor(scope: Construct, id: string, surroundings: Surroundings) {
    super(scope, id)
    const { allowedCountries, onlyTo, kinds } = surroundings.config
    const explain = new LambdaStep(this, 'Explain', surroundings, { folder: 'explain', timeout: Duration.seconds(30) })
    explain.usesRecords('GetItem')
    explain.judgesPolicy()
    explain.uses('ALLOWED_COUNTRIES', JSON.stringify(allowedCountries)).uses('KINDS', JSON.stringify(kinds))
    if (onlyTo) explain.uses('ONLY_TO', JSON.stringify(onlyTo))
    this.functionName = explain.function.functionName
  }
}
