/** A time zone in which it is about noon now, so that no quiet hours keep a text back. */
export const middayZone = (now = new Date()): string => {
  const hoursAhead = 12 - now.getUTCHours()
  return `Etc/GMT${hoursAhead > 0 ? '-' : '+'}${Math.abs(hoursAhead)}` // by POSIX's sign: GMT-5 is ahead of UTC
}
