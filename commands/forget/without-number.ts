import { gunzipSync, gzipSync } from 'node:zlib'
import * as z from 'zod'
import { parseJson } from '../../functions/notification/parse-json.ts'

/** Whether a value holds a number anywhere inside, as a key too, however it is punctuated, and however deep its sender nested it. */
const holds = (value: unknown, digits: string): boolean => {
  const rest = [value]
  while (rest.length > 0) {
    const one = rest.pop()
    if (typeof one === 'object' && one !== null) for (const [key, inner] of Object.entries(one)) rest.push(key, inner)
    else if (runsOf(String(one)).some((run) => run.includes(digits))) return true
  }
  return false
}

const runsOf = (text: string) => text.replaceAll(/[\s().+/-]/g, '').split(/\D+/)

/** An asynchronous call of `receipt` that failed: what CloudWatch Logs handed over, gzipped and in Base64. */
const FailedCall = z.looseObject({ requestPayload: z.looseObject({ awslogs: z.looseObject({ data: z.base64() }) }) })
const Lines = z.looseObject({ logEvents: z.array(z.unknown()) })

/** The lines of a failed call, where they can be read. */
const linesOf = ({ requestPayload }: z.infer<typeof FailedCall>) => {
  try {
    return Lines.safeParse(parseJson(gunzipSync(Buffer.from(requestPayload.awslogs.data, 'base64')).toString())).data
  } catch {
    return undefined
  }
}

const withLines = (failed: z.infer<typeof FailedCall>, lines: z.infer<typeof Lines>) => {
  const awslogs = { ...failed.requestPayload.awslogs, data: gzipSync(JSON.stringify(lines)).toString('base64') }
  return { ...failed, requestPayload: { ...failed.requestPayload, awslogs } }
}

/**
 * What is left of a dead letter without what is about a number: SNS's lines about others stay, anything else that holds it goes as a
 * whole.
 * @param number in E.164
 * @returns the body itself where it does not hold the number, undefined where nothing is left
 */
export const withoutNumber = (body: string, number: string): string | undefined => {
  const digits = number.replaceAll(/\D/g, '')
  const read = parseJson(body)
  const failed = FailedCall.safeParse(read).data
  const lines = failed && linesOf(failed)
  if (failed === undefined || lines === undefined) return holds(read ?? body, digits) ? undefined : body
  const others = lines.logEvents.filter((line) => !holds(line, digits))
  if (others.length === lines.logEvents.length) return body
  return others.length === 0 ? undefined : JSON.stringify(withLines(failed, { ...lines, logEvents: others }))
}
