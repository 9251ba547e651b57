import { Fail, type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct } from 'constructs'
import type { Outcome } from '../functions/notification/outcome.ts'

/**
 * One end state an outcome. The execution succeeds where what was wanted came true or was rightly not done; else it fails by the
 * outcome's name, so that operators find it by filtering for failed.
 */
export const endStates = (scope: Construct): Readonly<Record<Outcome, IChainable>> => {
  const fails = (id: string, error: Outcome) => new Fail(scope, id, { error, causePath: '$.next.reason' })
  return {
    delivered: new Succeed(scope, 'Delivered'),
    accepted: new Succeed(scope, 'Accepted'),
    suppressed: new Succeed(scope, 'Suppressed'),
    cancelled: new Succeed(scope, 'Cancelled'),
    undeliverable: fails('Undeliverable', 'undeliverable'),
    rejected: fails('Rejected', 'rejected'),
    expired: fails('Expired', 'expired'),
    unknown: fails('Unknown', 'unknown'),
  }
}
