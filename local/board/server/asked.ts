/** A request to the board that was let in. */
export interface Asked {
  readonly method: 'GET' | 'POST'
  /** Without its query, e.g. "/carriers/sns". */
  readonly path: string
  readonly query: URLSearchParams
  /** What was posted; empty for a GET. */
  readonly form: URLSearchParams
}

/** What the board answers. */
export type Answer =
  | { readonly status: number; readonly type: 'html' | 'css' | 'js' | 'svg' | 'text'; readonly body: string }
  /** Done: the browser is sent to a page that may be loaded again without doing it again. */
  | { readonly seeOther: string }

export const sentence = (status: number, body: string): Answer => ({ status, type: 'text', body: `${body}\n` })
