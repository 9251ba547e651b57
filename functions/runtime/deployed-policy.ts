import { type Dependencies, gatherFacts } from '../policy/gather-facts.ts'
import { readRecipient } from '../record/recipient/read-recipient.ts'
import type { Table } from '../record/table.ts'
import { deployedKinds } from './deployed-kinds.ts'
import { environment, Variables } from './environment.ts'
import { loadHashers } from './load-hashers.ts'

/** What this deployment says of policy, and how its facts are gathered. */
export const deployedPolicy = (table: Table) => {
  const { HASH_KEY_ARN, QUIET_HOURS, BUDGET_ZONE } = environment(
    Variables.pick({ HASH_KEY_ARN: true, QUIET_HOURS: true, BUDGET_ZONE: true }),
  )
  const kinds = deployedKinds()
  const gathering: Dependencies = {
    readRecipient: readRecipient(table),
    loadHashers: () => loadHashers(HASH_KEY_ARN),
    kinds,
    quietHours: QUIET_HOURS,
  }
  return { kinds, budgetZone: BUDGET_ZONE, gatherFacts: gatherFacts(gathering) }
}
