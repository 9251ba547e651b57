const steps = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']

/** A share from 0 to 1 as a bar; what is more than nothing is seen, and what is less than all is not full. */
export const bar = (share: number, length = 20): string => {
  const filled = share >= 1 ? length : Math.min(length - 1, Math.ceil(share * length))
  return '█'.repeat(filled) + '·'.repeat(length - filled)
}

/** Counts over time, each as high as it is to the highest; a blank for none. */
export const sparkline = (counts: readonly number[]): string => {
  const highest = Math.max(1, ...counts)
  return counts.map((count) => (count === 0 ? ' ' : steps[Math.ceil((count / highest) * steps.length) - 1])).join('')
}
