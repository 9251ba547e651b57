import type { Reporter, TestModule } from 'vitest/node'
import { writeSection } from '../../docs/write-section.ts'
import { faultTable, unmet } from './fault-table.ts'

const opening = '<!-- faults of the deployed stack: made by npm run test:faults -->'

/** Writes the table of docs/proof.md after a run in which every test passed and every fault was met. */
export default class FaultTable implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap(({ children }) => [...children.allTests()])
    const failed = tests.filter((test) => test.result().state === 'failed')
    if (failed.length > 0 || tests.length === 0) return
    const observations = tests.flatMap((test) => {
      const { seen } = test.meta()
      return seen === undefined ? [] : [{ name: test.name, seen }]
    })
    const missing = unmet(observations)
    if (missing.length > 0) {
      console.log(`docs/proof.md stays as it is: not run were ${missing.join(', ')}.`)
      return
    }
    writeSection('proof.md', opening, faultTable(observations))
    console.log('The table of faults in docs/proof.md is written anew.')
  }
}
