import { byChance, recordsClient, type Table } from '../record/table.ts'
import { environment, Variables } from './environment.ts'

/** The deployment's table. */
export const deployedTable = (): Table => {
  const { TABLE_NAME, RECORD_DAYS, PERSON_DAYS } = environment(
    Variables.pick({ TABLE_NAME: true, RECORD_DAYS: true, PERSON_DAYS: true }),
  )
  return { client: recordsClient(), name: TABLE_NAME, recordDays: RECORD_DAYS, personDays: PERSON_DAYS, ...byChance }
}
