import type { Ends } from './proxy/fault-proxy.ts'

/** What makes a function call at the proxy's doors: the SDK's own variables, and the one of the deployment's configuration. */
export const variablesFor =
  (doors: Ends) =>
  (had: Readonly<Record<string, string>>): Record<string, string> => ({
    AWS_ENDPOINT_URL: doors.aws,
    ...(had.AWS_ENDPOINT_URL_SNS && { AWS_ENDPOINT_URL_SNS: doors.sns }),
    ...(had.TWILIO_URL && { TWILIO_URL: doors.twilio }),
  })
