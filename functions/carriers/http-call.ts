import * as z from 'zod'

/** A call of one of our Function URLs. Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html */
const HttpCall = z.object({
  rawPath: z.string(),
  rawQueryString: z.string(),
  headers: z.record(z.string(), z.string()),
  requestContext: z.object({ domainName: z.string() }),
  body: z.string().default(''),
  isBase64Encoded: z.boolean(),
})

export const isHttpCall = (event: unknown): boolean => HttpCall.safeParse(event).success

/** As much as can still be from a carrier: what is larger is refused as it is, without the work of decoding it. */
const mostToDecode = 64 * 1024

/** As the carrier called us: the domain is AWS's word, not the caller's Host header. */
export const calledByTwilio = (event: unknown) => {
  const { rawPath, rawQueryString, headers, requestContext, body, isBase64Encoded } = HttpCall.parse(event)
  return {
    url: `https://${requestContext.domainName}${rawPath}${rawQueryString && `?${rawQueryString}`}`,
    signature: headers['x-twilio-signature'],
    contentType: headers['content-type'],
    body: isBase64Encoded && body.length <= mostToDecode ? Buffer.from(body, 'base64').toString() : body,
  }
}
