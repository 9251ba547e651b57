/** What becomes of an item's fields, by name; undefined where a field goes. */
export type Fields = ReadonlyMap<string, unknown>

/** The expression of an update that sets them, with its names and values. */
export const setting = (fields: Fields) => {
  const [kept, gone] = [
    [...fields].filter(([, value]) => value !== undefined),
    [...fields].filter(([, value]) => value === undefined),
  ]
  return {
    UpdateExpression: [
      kept.length > 0 ? `SET ${kept.map(([name]) => `#${name} = :${name}`).join(', ')}` : '',
      gone.length > 0 ? `REMOVE ${gone.map(([name]) => `#${name}`).join(', ')}` : '',
    ].join(' '),
    ExpressionAttributeNames: Object.fromEntries([...fields.keys()].map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: kept.length > 0 ? Object.fromEntries(kept.map(([name, value]) => [`:${name}`, value])) : undefined,
  }
}
