import { answerFaults } from './answer-faults.ts'
import { callFaults } from './call-faults.ts'
import type { Catalogue } from './entry.ts'
import type { FaultName } from './fault.ts'
import { receiptFaults } from './receipt-faults.ts'
import { requestFaults } from './request-faults.ts'
import { worldFaults } from './world-faults.ts'

/** Every fault of the simulation, with the rows F1–F44 that it stands for. */
export const catalogue: Catalogue<FaultName> = {
  ...requestFaults,
  ...callFaults,
  ...answerFaults,
  ...receiptFaults,
  ...worldFaults,
}

const hasName = (name: string): name is FaultName => Object.hasOwn(catalogue, name)

export const faultNames: readonly FaultName[] = Object.keys(catalogue).filter(hasName)

export const isWorldFault = (name: FaultName): boolean => Object.hasOwn(worldFaults, name)

/**
 * Reads which faults are asked for.
 * @param names "all", "none", or names by commas
 * @returns the names, or the first that nobody knows
 */
export const chooseFaults = (names: string): readonly FaultName[] | { readonly unknown: string } => {
  if (names === 'all') return faultNames
  if (names === 'none') return []
  const asked = names.split(',').map((name) => name.trim())
  const unknown = asked.find((name) => !hasName(name))
  return unknown === undefined ? asked.filter(hasName) : { unknown }
}
