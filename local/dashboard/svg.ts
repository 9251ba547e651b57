/** Where something is drawn, in pixels. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const palette = ['#1f77b4', '#ff7f0e', '#2ca02c', '#d62728', '#9467bd', '#8c564b', '#e377c2', '#7f7f7f', '#bcbd22', '#17becf']

export const colours = (index: number): string => palette[index % palette.length] ?? '#000'

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const text = (x: number, y: number, words: string, kind: string): string =>
  `<text class="${kind}" x="${x.toFixed(1)}" y="${y.toFixed(1)}">${escaped(words)}</text>`

const letter = 6.2

/** What each line is, two rows at most. */
export const legend = (labels: readonly string[], { left, top, width, height }: Frame): string => {
  let [x, y] = [left, top + 10]
  const drawn: string[] = []
  for (const [index, label] of labels.entries()) {
    const takes = 22 + label.length * letter
    if (x + takes > left + width) [x, y] = [left, y + 15]
    if (y > top + height)
      return [...drawn, text(left + width, top + height, `and ${labels.length - index} more`, 'mark')].join('\n')
    drawn.push(`<rect x="${x}" y="${y - 8}" width="9" height="9" fill="${colours(index)}"/>`, text(x + 13, y, label, 'label'))
    x += takes
  }
  return drawn.join('\n')
}
