import { Metrics } from '@aws-lambda-powertools/metrics'

/** Written to the log in CloudWatch's embedded metric format; the service, by POWERTOOLS_SERVICE_NAME, is the deployment's stack. */
export const metrics = new Metrics({ namespace: 'Heliograph' })
