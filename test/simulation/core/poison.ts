import type { FaultOf } from '../faults/fault.ts'
import { codeCanary, parameterCanary } from './canaries.ts'
import { firstOf, type Request } from './population.ts'

/** The first parameter under another name, as it comes of JSON: `__proto__` is a name like any other there. */
const renamed = ({ params: { ...params }, ...request }: Request, name: string): Request => {
  const first = firstOf({ params })
  const fields = Object.entries(params).map(([field, value]) => [field === first ? name : field, value] as const)
  return { ...request, params: Object.fromEntries(fields) }
}

/** A request as it should not be. An emoji is legal where any words are; a slot of digits or identifiers refuses it. */
export const poisoned = (request: Request, how: FaultOf<'poison'>['how']): Request => {
  const withValue = (value: unknown) => ({ ...request, params: { ...request.params, [firstOf(request)]: value } })
  switch (how) {
    case 'emoji':
      return withValue(`${parameterCanary}🎁’`)
    case 'huge':
      return withValue(parameterCanary.repeat(20_000))
    case 'bidi':
      return withValue(`${parameterCanary}\u202E`)
    case 'list':
      return withValue([parameterCanary])
    case 'object':
      return withValue({ toString: parameterCanary })
    case 'number':
      return withValue(Number(`${codeCanary}10`))
    case 'braces':
      return renamed(request, `{{${firstOf(request)}}}`)
    case 'prototype':
      return renamed(request, '__proto__')
    case 'inherited':
      return renamed(request, 'toString')
    case 'missing':
      return { ...request, params: {} }
    case 'too-long':
      return withValue(parameterCanary.repeat(2_000))
    case 'half-pair':
      return withValue(`${parameterCanary}\uD83C`)
    case 'landline':
      return { ...request, to: '+4930555010100' }
    case 'foreign-country':
      return { ...request, to: '+61491570156' }
    case 'unknown-template':
      return { ...request, template: 'no-such-template' }
    default:
      return how satisfies never
  }
}
