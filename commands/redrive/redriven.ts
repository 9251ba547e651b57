/** What became of something that had failed. */
export interface Redriven {
  /** The dead-letter queue, as it is called, or the workflow. */
  readonly where: string
  /** Of the message, or of the notification. */
  readonly id: string
  /** Without anything personal. */
  readonly what: string
  readonly done: 'redriven' | 'would go' | 'left' | 'failed'
  /** Why it was left, or what failed. */
  readonly why?: string
}
