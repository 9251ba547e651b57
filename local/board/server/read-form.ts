import type { IncomingMessage } from 'node:http'

/** The longest form of the board is a template with all its slots filled. */
const mostBytes = 64 * 1024

/** Reads what a form posted; undefined where it is longer than any of ours, of which the rest is left unread. */
export const readForm = async (request: IncomingMessage): Promise<URLSearchParams | undefined> => {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    const read = Buffer.from(piece)
    bytes += read.length
    if (bytes > mostBytes) return undefined
    pieces.push(read)
  }
  return new URLSearchParams(Buffer.concat(pieces).toString('utf8'))
}
