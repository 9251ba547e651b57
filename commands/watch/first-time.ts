/** Repeats come within minutes: so many are remembered. */
const mostSeen = 10_000

/** Whether something is seen for the first time, as far as is remembered. */
export const firstTime = () => {
  const seen = new Set<string>()
  return (id: string): boolean => {
    if (seen.has(id)) return false
    seen.add(id)
    if (seen.size > mostSeen) for (const oldest of seen.values().take(1)) seen.delete(oldest)
    return true
  }
}
