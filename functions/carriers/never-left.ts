/** Errors that come before a byte of the request can have left: no name, no connection, no trust in the other side. */
const beforeTheRequest = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

/** Whether a failed call cannot have reached the carrier. A reset or a timeout can have, so they are not in the list. */
export const neverLeft = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && beforeTheRequest.has(error.code)
