import { invalid, notSimulated } from './refusals.ts'

/** A token of an expression: its text, and what it is by its first character. */
export type Token = string

const pattern = /\s*(#\w+|:\w+|[A-Za-z_]\w*|<>|<=|>=|[=<>(),+-]|[.[\]]|\S)/gy

const tokensOf = (expression: string): Token[] => [...expression.trimEnd().matchAll(pattern)].map(([, token = '']) => token)

/** Reads an expression token by token, and keeps which names and values it used. */
export class Reader {
  readonly names = new Set<string>()
  readonly values = new Set<string>()
  readonly #expression: string
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(expression: string) {
    this.#expression = expression
    this.#tokens = tokensOf(expression)
    if (this.#tokens.length === 0) throw invalid('The expression can not be empty')
  }

  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead]
  }

  /** Whether the next tokens call one of these functions. */
  isCall(functions: readonly string[]): boolean {
    return this.peek(1) === '(' && functions.includes(this.peek() ?? '')
  }

  isDone(): boolean {
    return this.#at === this.#tokens.length
  }

  /** The next token, where it is this one, in whatever case. */
  takes(token: string): boolean {
    if (this.peek()?.toUpperCase() !== token.toUpperCase()) return false
    this.#at += 1
    return true
  }

  expect(token: string): void {
    if (!this.takes(token)) throw this.unexpected()
  }

  /** A name, bare or as `#name`. */
  name(): string {
    const token = this.peek() ?? ''
    if (!/^(#\w|[A-Za-z_])/.test(token)) throw this.unexpected()
    this.#at += 1
    if (/^[.[]$/.test(this.peek() ?? '')) throw notSimulated(`paths into an attribute: ${this.#expression}`)
    this.names.add(token)
    return token
  }

  /** A `:value`, undefined where the next token is none. */
  value(): string | undefined {
    const token = this.peek()
    if (!token?.startsWith(':') || token.length === 1) return undefined
    this.#at += 1
    this.values.add(token)
    return token
  }

  unexpected() {
    return invalid(`Syntax error; token: "${this.peek() ?? '<EOF>'}" in "${this.#expression}"`)
  }
}
