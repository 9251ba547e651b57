import { expect, it } from 'vitest'
import { neverLeft } from '../../../functions/carriers/never-left.ts'

const failed = (code: unknown) => Object.assign(new Error('failed'), { code })

it.each([
  ['nobody listens', 'ECONNREFUSED'],
  ['the name is unknown', 'ENOTFOUND'],
  ['the name cannot be looked up now', 'EAI_AGAIN'],
  ['there is no way to the host', 'EHOSTUNREACH'],
  ['there is no way to the network', 'ENETUNREACH'],
  ['the certificate is too old', 'CERT_HAS_EXPIRED'],
  ['the certificate is for another name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['the certificate is signed by itself', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['a certificate of the chain is signed by itself', 'SELF_SIGNED_CERT_IN_CHAIN'],
  ['the issuer of the certificate is unknown', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
  ['the certificate cannot be verified', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
])('knows that nothing was sent when %s', (_, code) => {
  expect(neverLeft(failed(code))).toBe(true)
})

it.each([
  ['the connection was reset', failed('ECONNRESET')],
  ['the connection broke while writing', failed('EPIPE')],
  ['nobody answered in time', failed('ETIMEDOUT')],
  ['the client gave up', Object.assign(new Error('aborted'), { name: 'TimeoutError' })],
  ['the carrier answered with an error', failed('Throttling')],
  ['the code is no text', failed(111)],
  ['what was thrown is no error', { code: 'ECONNREFUSED' }],
  ['nothing is known', undefined],
])('does not rely on it when %s', (_, error) => {
  expect(neverLeft(error)).toBe(false)
})
