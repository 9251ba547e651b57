/** e.g. "1 part" or "2 parts" */
export const partsInWords = (count: number): string => `${count} ${count === 1 ? 'part' : 'parts'}`
