import { ArnFormat, Stack } from 'aws-cdk-lib'
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'

/** The workflow by its name alone, so that the functions of its steps may settle its tasks without a circle of dependencies. */
export class NamedWorkflow {
  readonly name: string
  readonly arn: string

  constructor(scope: Construct, stackName: string, workflow: 'deliver-notification' | 'review-template') {
    this.name = `${stackName}-${workflow}`
    this.arn = Stack.of(scope).formatArn({
      service: 'states',
      resource: 'stateMachine',
      resourceName: this.name,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    })
  }

  letStart(grantee: IGrantable): void {
    Grant.addToPrincipal({ grantee, actions: ['states:StartExecution'], resourceArns: [this.arn] })
  }

  /** For who only ever tells a task that it is done. */
  letFinish(grantee: IGrantable): void {
    Grant.addToPrincipal({ grantee, actions: ['states:SendTaskSuccess'], resourceArns: [this.arn] })
  }

  letSettle(grantee: IGrantable): void {
    Grant.addToPrincipal({ grantee, actions: ['states:SendTaskSuccess', 'states:SendTaskFailure'], resourceArns: [this.arn] })
  }
}
