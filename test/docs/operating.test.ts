import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { attentionClasses, failureClasses } from '../../functions/notification/failure.ts'
import { kinds } from '../../functions/notification/kinds.ts'
import { outcomes } from '../../functions/notification/outcome.ts'
import { evidences } from '../../functions/notification/receipt.ts'
import { budgetLevels } from '../../functions/policy/budget/budget-level.ts'
import { countedFigures } from '../../functions/publish/status-metric.ts'

const runbook = readFileSync(join(import.meta.dirname, '../../docs/operating.md'), 'utf8')

it('the runbook states how many series of figures there can be', () => {
  const [attempts, accepted, parts, money, seconds, causes] = [1, 1, 1, 1, 3, failureClasses.length + 2]
  const byKind = attempts + accepted + evidences.length + failureClasses.length + parts + money + seconds
  const byCarrier = kinds.length * byKind + causes + ['CarrierFailed', 'Receipts'].length
  const kindsAndNone = kinds.length + 1
  const beside =
    kindsAndNone * (1 + outcomes.length + 1) + kinds.length + attentionClasses.length + ['Fault'].length + budgetLevels.length
  expect(runbook).toContain(`There can be at most ${byCarrier} series a carrier\nand ${beside} beside them`)
})

it('the runbook has a row for every figure that is counted', () => {
  for (const figure of countedFigures) expect(runbook).toMatch(new RegExp(`^\\| [^|]*\`${figure}\`[^|]*\\|`, 'm'))
})

it('every section on an alarm says what it means, where to look first, what to do, and how to be sure', () => {
  const sections = runbook.split(/^##+ /m).filter((section) => section.includes('**Means**'))
  expect(sections.length).toBeGreaterThan(15)
  for (const section of sections)
    for (const part of ['**First look**', '**Action**', '**To be sure**']) expect(section).toContain(part)
})
