import { refusalOf } from '../refusal-of.ts'

/** What became of something that had failed. */
export interface Redriven {
  /** The dead-letter queue, by its name, or the workflow. */
  readonly where: string
  /** Of the message, or of the notification. */
  readonly id?: string
  /** Without anything personal. */
  readonly what: string
  readonly done: 'redriven' | 'would go' | 'left' | 'failed' | 'unseen'
  /** Why it was left or not seen, or what failed. */
  readonly why?: string
}

export type Tell = (redriven: Redriven) => void

/** Looks at one place. That AWS refuses to have it looked at is told, and hides nothing of what lies in the others. */
export const look = async (where: string, tell: Tell, looking: () => Promise<void>): Promise<void> => {
  try {
    await looking()
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === undefined) throw error
    tell({ where, what: 'not all could be looked at', done: 'unseen', why: refusal.message })
  }
}
