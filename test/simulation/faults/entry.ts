import type { FaultName, FaultOf } from './fault.ts'

/** A number from 0 to 1 for each thing that a fault has to choose. */
export type Dice = (what: string) => number

/** One line of the catalogue. */
export interface Entry<Name extends FaultName> {
  /** The rows of the list of faults that it stands for. */
  readonly rows: readonly string[]
  readonly says: string
  /** @param of the notification that it is aimed at; a fault of the whole world passes it over */
  readonly aim: (dice: Dice, of: number) => FaultOf<Name>
}

export type Catalogue<Names extends FaultName> = { readonly [Name in Names]: Entry<Name> }
