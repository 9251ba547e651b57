import { Stack } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

const written = (value: unknown): string => {
  if (typeof value === 'string') return value
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': joined } = Object(value)
  if (Ref) return `<${Ref}>`
  if (attribute) return `<${attribute.join('.')}>`
  return joined[1].map(written).join('')
}

/** An ARN as cdk-nag names it in a finding, e.g. "<DeliveryStepsSendFunctionD2782B0F.Arn>". */
export const inFinding = (scope: IConstruct, arn: string): string => written(Stack.of(scope).resolve(arn))
