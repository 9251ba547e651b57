/** The frozen clock: nothing in a test moves but by what the test says. */
export const noon = new Date('2026-11-22T12:00:00.000Z')

/** @param seconds after noon, or before it when negative */
export const afterNoon = (seconds: number): Date => new Date(noon.getTime() + seconds * 1000)

/** The same as it stands in a record. */
export const atNoon = (seconds = 0): string => afterNoon(seconds).toISOString()
