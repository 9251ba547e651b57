import type { TestProject } from 'vitest/node'
import { type Otherwise, startWorld, type World } from '../../local/world.ts'
import { type LeakWatch, searchForLeaks, watchForLeaks } from './watch-for-leaks.ts'

/** What the tests of a run share: one deployment on the emulator, with ports of its own. */
export interface Deployed {
  readonly emulatorUrl: string
  readonly networkUrl: string
  readonly outputs: World['target']['outputs']
  /** Who submits templates, and who decides on them. */
  readonly identities: World['identities']
  /** By which a test tells what it puts in, and looks where it went. */
  readonly leakWatch: LeakWatch
}

declare module 'vitest' {
  export interface ProvidedContext {
    readonly deployed: Deployed
  }
}

/**
 * Puts the world up before the first end-to-end test, and takes it down after the last. The run fails when anything that a test put
 * in leaked meanwhile.
 */
export const deployFor = async ({ provide }: TestProject, otherwise: Otherwise = {}) => {
  const world = await startWorld({ emulator: 0, network: 0 }, (_what, work) => work, new AbortController().signal, otherwise)
  const { target, emulator, network, identities } = world
  const leakWatch = await watchForLeaks(world)
  provide('deployed', {
    emulatorUrl: emulator.url,
    networkUrl: network.url,
    outputs: target.outputs,
    identities,
    leakWatch,
  })
  return async () => {
    try {
      await searchForLeaks(leakWatch)
    } finally {
      await world.stop()
    }
  }
}

export default (project: TestProject) => deployFor(project)
