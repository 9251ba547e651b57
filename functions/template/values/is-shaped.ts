/**
 * Whether a value is written like a pattern, in which 0 stands for any digit and everything else for itself,
 * e.g. `isShaped('2026-11-24', '0000-00-00')`. Reads no more of the value than the pattern is long.
 */
export const isShaped = (value: string, pattern: string): boolean => {
  if (value.length !== pattern.length) return false
  for (let at = 0; at < pattern.length; at++) {
    const unit = value.charCodeAt(at)
    const wanted = pattern.charCodeAt(at)
    if (wanted === zero ? !isDigit(unit) : unit !== wanted) return false
  }
  return true
}

const zero = 0x30

/** Of ASCII, and no other. */
export const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39
