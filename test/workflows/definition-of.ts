import type { Template } from 'aws-cdk-lib/assertions'
import type { StateMachineDefinition } from 'aws-local-stepfunctions'
import { said, type Value } from '../../docs/template-words.ts'
import { functionsOf, resourcesOf } from '../infra/synthesise.ts'

type Machine = Readonly<Record<'DefinitionString' | 'StateMachineName', Value>>

/** The definition that AWS would get, with the ARN of each function made of the folder of its code. */
export const definitionOf = (template: Template, workflow = 'deliver-notification'): StateMachineDefinition => {
  const machines = Object.values(resourcesOf<Machine>(template, 'AWS::StepFunctions::StateMachine'))
  const machine = machines.find(({ Properties }) => said(Properties.StateMachineName).endsWith(`-${workflow}`))
  if (machine === undefined) throw new Error(`there is no state machine ${workflow}`)
  const folders = new Map(functionsOf(template).map(({ logicalId, folder }) => [said({ Ref: logicalId }), folder]))
  const arn = (value: Value) => {
    const folder = folders.get(said(value))
    return folder === undefined ? said(value) : `arn:aws:lambda:us-east-1:111122223333:function:${folder}`
  }
  const { DefinitionString } = machine.Properties
  if (typeof DefinitionString === 'string' || !('Fn::Join' in DefinitionString)) throw new Error('no function in the definition')
  return JSON.parse(DefinitionString['Fn::Join'][1].map(arn).join(''))
}
