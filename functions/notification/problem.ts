/** One thing wrong with an input. It never holds a number, a parameter's value or a text. */
export interface Problem {
  /** e.g. "params.code", as `fieldOf` names it */
  readonly field: string
  /** what is said of the field, e.g. "is missing" */
  readonly problem: string
}

/**
 * All problems in one sentence, e.g. "params.code is missing; params.eta is not declared by the template."
 * Equal ones are said once, and the sentence stays short enough for an event and a record: what exceeds 50 is counted.
 */
export const sentenceOf = (problems: readonly Problem[]): string => {
  const said = [...new Set(problems.map(({ field, problem }) => `${field} ${problem}`))]
  const unsaid = said.length - mostSaid
  return `${said.slice(0, mostSaid).join('; ')}${unsaid > 0 ? `; and ${unsaid} more problems` : ''}.`
}

const mostSaid = 50
