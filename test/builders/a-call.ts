/** A signed call of the review's Function URL, as AWS hands it on. */
export const aCall = (userArn: string, body: unknown, method = 'POST') => ({
  version: '2.0',
  rawPath: '/',
  rawQueryString: '',
  headers: { 'content-type': 'application/json' },
  requestContext: { http: { method }, authorizer: { iam: { userArn, accountId: '111122223333' } } },
  body: typeof body === 'string' ? body : JSON.stringify(body),
  isBase64Encoded: false,
})
