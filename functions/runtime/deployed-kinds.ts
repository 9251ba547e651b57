import { type Kinds, kindsWith } from '../notification/kinds.ts'
import { environment, Variables } from './environment.ts'

/** What each kind may do in this deployment. */
export const deployedKinds = (): Kinds => kindsWith(environment(Variables.pick({ KINDS: true })).KINDS)
