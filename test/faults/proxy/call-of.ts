import type { IncomingHttpHeaders } from 'node:http'
import type { FunctionCall } from './fault.ts'

/** Every signed call names its service, e.g. "Credential=AKIA…/20261122/us-east-1/dynamodb/aws4_request". */
const signedFor = (authorization = '') => /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\/aws4_request/.exec(authorization)?.[1]

/** AWS's JSON protocols name the operation in a header, e.g. "DynamoDB_20120810.GetItem"; the query protocol in the form. */
const operationOf = ({ 'x-amz-target': target }: IncomingHttpHeaders, path: string, body: string) =>
  typeof target === 'string' ? target.split('.').at(-1) : (new URLSearchParams(body).get('Action') ?? path.split('/').at(-1))

/** Who is called for what. Twilio's calls are the only unsigned ones, and their operation is the resource's file, "Messages.json". */
export const callOf = (headers: IncomingHttpHeaders, path: string, body: string): FunctionCall => ({
  service: signedFor(headers.authorization) ?? 'twilio',
  operation: operationOf(headers, path, body) ?? path,
  body,
})
