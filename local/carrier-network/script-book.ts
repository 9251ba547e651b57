import { defaultScript, type FullScript, type Script } from './script.ts'

/** The scripts in force, by carrier and by phone. */
export const createScriptBook = () => {
  const carriers = new Map<string, Script>()
  const phones = new Map<string, Script>()
  return {
    carriers,
    phones,
    ofCarrier: (carrier: string): FullScript => ({ ...defaultScript, ...carriers.get(carrier) }),
    /** What a carrier's call to a phone comes to. */
    inForce: (carrier: string, to: string): FullScript => ({ ...defaultScript, ...carriers.get(carrier), ...phones.get(to) }),
  }
}
export type ScriptBook = ReturnType<typeof createScriptBook>
