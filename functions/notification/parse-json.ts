/** JSON, or undefined. The engine's own error quotes what it could not read, which may be personal, so it goes no further. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
