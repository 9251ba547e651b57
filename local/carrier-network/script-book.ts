import type { Carrier } from './carrier.ts'
import type { FullScript, Script } from './script.ts'
import { strangeWords } from './vocabulary.ts'

/** What a script is for: a carrier, a phone with every carrier, or a phone with one carrier. */
export interface Place {
  readonly carrier?: string
  /** In E.164. */
  readonly phone?: string
}

const accepted = { fate: 'accept', afterMs: 0 } as const
const keyOf = ({ carrier, phone }: Place) => JSON.stringify([carrier, phone])

/** The scripts in force, by the place they are for. */
export const createScriptBook = () => {
  const scripts = new Map<string, { readonly place: Place; readonly script: Script }>()
  const at = (place: Place): Script => scripts.get(keyOf(place))?.script ?? {}
  return {
    at,
    keep: (place: Place, script: Script) => void scripts.set(keyOf(place), { place, script }),
    drop: (place: Place) => void scripts.delete(keyOf(place)),
    all: () => [...scripts.values()].map(({ place, script }) => ({ ...place, script })),
    /** What a carrier's call comes to, the stronger script last; a phone's own holds for the carriers that know its words. */
    inForce: ({ name, vocabulary, receipts }: Carrier, phone?: string): FullScript => {
      const ofPhone = at({ phone })
      return {
        call: accepted,
        receipts: [...receipts],
        ...at({ carrier: name }),
        ...(strangeWords(ofPhone, vocabulary).length === 0 ? ofPhone : {}),
        ...at({ carrier: name, phone }),
      }
    },
  }
}
export type ScriptBook = ReturnType<typeof createScriptBook>
