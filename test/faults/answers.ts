import type { Does } from './proxy/fault.ts'

const json = (status: number, type: string, body: object): Does => ({
  kind: 'answer',
  forwarded: false,
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': type },
  body: JSON.stringify({ __type: type, ...body }),
})

/** As AWS's JSON services refuse a call that comes too fast. */
export const throttled = json(400, 'ThrottlingException', { message: 'Rate exceeded' })

/** As DynamoDB answers while it is away. */
export const away = json(500, 'InternalServerError', { message: 'The request could not be completed' })

/** As an AWS service answers a function whose role misses a right: nobody tries again. */
export const denied = json(400, 'AccessDeniedException', { message: 'Not authorized' })

/** PutEvents answers 200 also where it took no entry. */
export const noEntryTaken: Does = {
  kind: 'answer',
  forwarded: false,
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: JSON.stringify({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'ThrottlingException', ErrorMessage: 'Rate exceeded' }] }),
}
