const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** @param rows of as many cells as there are heads */
export const markdownTable = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map(line).join('\n')
