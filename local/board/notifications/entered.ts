/** That an execution came into a state of the workflow. */
export interface Entered {
  /** Its name in the definition, e.g. "Fall back". */
  readonly state: string
  readonly at: Date
}
