import type { TestProject } from 'vitest/node'
import { startWorld, type World } from '../../local/world.ts'

/** What the tests of a run share: one deployment on the emulator, with ports of its own. */
export interface Deployed {
  readonly emulatorUrl: string
  readonly networkUrl: string
  readonly outputs: World['target']['outputs']
}

declare module 'vitest' {
  export interface ProvidedContext {
    readonly deployed: Deployed
  }
}

/** Puts the world up before the first end-to-end test, and takes it down after the last. */
export default (project: TestProject) => deployFor(project, { auth: false })

export const deployFor = async ({ provide }: TestProject, { auth }: { readonly auth: boolean }) => {
  const world = await startWorld({ emulator: 0, network: 0, auth }, (_what, work) => work, new AbortController().signal)
  provide('deployed', { emulatorUrl: world.emulator.url, networkUrl: world.network.url, outputs: world.target.outputs })
  return world.stop
}
