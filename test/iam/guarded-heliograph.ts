import { heliograph } from '../e2e/heliograph.ts'
import { deployedRoles } from './deployed-roles.ts'

/** The deployed product, and the rights of its functions. */
export const guardedHeliograph = async () => {
  const world = await heliograph()
  return { ...world, roles: await deployedRoles(world.target.client) }
}
