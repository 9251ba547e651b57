const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 }

/**
 * Reads a length of time like 90m, 2h or 1d.
 * @returns seconds; undefined where it is none
 */
export const secondsIn = (time: string): number | undefined => {
  const [, number, unit = ''] = /^([1-9][0-9]{0,5})([smhd])$/.exec(time) ?? []
  return number === undefined ? undefined : Number(number) * (units[unit] ?? 0)
}
