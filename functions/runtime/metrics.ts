import { Metrics } from '@aws-lambda-powertools/metrics'

/** Written to the log in CloudWatch's embedded metric format. */
export const metrics = new Metrics({ namespace: 'Heliograph', serviceName: 'heliograph' })
