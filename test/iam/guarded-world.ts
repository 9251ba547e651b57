import type { TestProject } from 'vitest/node'
import { deployFor } from '../e2e/deployed-world.ts'

/** A world of its own, in which every call needs a right: a function has those of its role and no other. */
export default (project: TestProject) => deployFor(project, { log: 'emulator-with-rights', auth: true })
