import { synthesise } from '../../infra/synthesise.ts'
import { definitionOf } from '../../workflows/definition-of.ts'
import { Definition } from './definition.ts'

/** A workflow as AWS would get it. */
export const deployedDefinition = (workflow?: string): Definition =>
  Definition.parse(definitionOf(synthesise({ deployment: 'local' }), workflow))
