/** A reference in a template; `Resource` and the like hold strings, references, and strings joined of both. */
export type Value = string | { readonly Ref: string } | { readonly 'Fn::GetAtt': readonly [string, string] } | Joined
interface Joined {
  readonly 'Fn::Join': readonly ['', readonly Value[]]
}

/** "RecordsTableC9B7A30B" → "RecordsTable": a logical id as the constructs are called. */
const named = (logicalId: string) => logicalId.replace(/[0-9A-F]{8}$/, '')

/** What a value in a template means, in words, e.g. "RecordsTable" for its name and its ARN alike. */
export const said = (value: Value): string => {
  if (typeof value === 'string') return value
  if ('Ref' in value) return value.Ref === 'AWS::Partition' ? 'aws' : named(value.Ref)
  if ('Fn::Join' in value) return value['Fn::Join'][1].map(said).join('')
  const [logicalId, attribute] = value['Fn::GetAtt']
  return attribute === 'Arn' ? named(logicalId) : `${named(logicalId)}.${attribute}`
}
