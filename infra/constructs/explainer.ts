import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { drainsKey } from '../../functions/record/keys.ts'
import { LambdaStep, type Surroundings } from './lambda-step.ts'

/** Answers operators what policy would say of a text, what is left of the budgets, how the carriers stand and who drained them. It only reads. */
export class Explainer extends Construct {
  readonly functionName: string

  constructor(scope: Construct, id: string, surroundings: Surroundings) {
    super(scope, id)
    const { allowedCountries, onlyTo, kinds, carriers } = surroundings.config
    const explain = new LambdaStep(this, 'Explain', surroundings, { folder: 'explain', timeout: Duration.seconds(30) })
    explain.usesRecords('GetItem')
    explain.usesRecordsOf(drainsKey.PK, 'Query')
    explain.judgesPolicy()
    explain.uses('ALLOWED_COUNTRIES', JSON.stringify(allowedCountries)).uses('KINDS', JSON.stringify(kinds))
    explain.uses('CARRIERS', JSON.stringify(carriers))
    if (onlyTo) explain.uses('ONLY_TO', JSON.stringify(onlyTo))
    this.functionName = explain.function.functionName
  }
}
