/** Waits between the tries, in milliseconds: ours, since Twilio names none. Five is the most that it allows. */
const pauses = [100, 200, 400, 800, 1_600]

/** What was answered with an error. */
export class Refused extends Error {
  readonly status: number
  constructor(status: number) {
    super(`it was answered with ${status}`)
    this.status = status
  }
}

/** In the words of a retry policy: an answer, no connection, or a connection without an answer. */
const kindOf = (error: unknown) => {
  if (error instanceof Refused) return error.status < 500 ? '4xx' : '5xx'
  return error instanceof Error && 'syscall' in error && error.syscall === 'connect' ? 'ct' : 'rt'
}

/** The callback's URL asks for retries in its fragment, e.g. "#rc=3&rp=5xx,ct"; unasked there is one, for a failed connection. */
export const retriesOf = (fragment: string) => {
  const asked = new URLSearchParams(fragment.replace('#', ''))
  const policies = (asked.get('rp') ?? 'ct').split(',')
  return {
    pauses: pauses.slice(0, Number(asked.get('rc') ?? 1)),
    mayHelp: (error: unknown) => policies.includes('all') || policies.includes(kindOf(error)),
  }
}
