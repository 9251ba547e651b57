/** One thing that happened to a notification. */
export interface Happening {
  /** UTC, ISO 8601. */
  readonly at: string
  readonly what:
    | 'requested'
    | 'decided'
    | 'armed'
    | 'answered'
    | 'receipt'
    | 'silent'
    | 'cancelled'
    | 'confirmed'
    | 'revealed'
    | 'ended'
  readonly attempt?: number
  /** In few words, without anything personal. */
  readonly words: string
}

/** e.g. "2026-11-22 12:00:05 UTC" */
export const instant = (at: string): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`
