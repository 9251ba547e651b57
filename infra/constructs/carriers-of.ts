import type { CarrierName } from '../../functions/notification/carrier-name.ts'
import type { Config } from '../config.ts'

/** The carriers that a deployment sends by, each once. */
export const carriersOf = ({ carriers }: Pick<Config, 'carriers'>): readonly CarrierName[] => [
  ...new Set(Object.values(carriers).flat()),
]
