import { styleText } from 'node:util'

/** Styles a text for standard output: only where that is a terminal, and as NO_COLOR and FORCE_COLOR say. */
export const styled = (style: 'bold' | 'red' | 'green' | 'yellow', text: string): string =>
  styleText(style, text, { stream: process.stdout })
