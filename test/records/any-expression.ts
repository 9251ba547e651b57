import fc from 'fast-check'

/** A piece of an expression: its words, the names of attributes, and values. */
type Word = string | { readonly name: string } | { readonly value: unknown }
export type Expression = readonly Word[]

/** `count` only ever holds numbers; `group`, `rank` and `place` are keys of indexes. */
const anyName = fc.constantFrom('text', 'ttl', 'status', 'count', 'group', 'rank', 'constructor')
export const anyText = fc.constantFrom('a', 'ab', 'b', 'ä', '😀', '\u{ffee}')
export const anyNumber = fc.constantFrom(-1, 0, 1, 2, 10, 0.00645, 1_795_000_000)

const anyOrdered: fc.Arbitrary<unknown> = fc.oneof(anyText, anyNumber)

export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  anyOrdered,
  fc.constantFrom('', true, false, null, -0),
  fc.array(fc.oneof(anyOrdered, fc.constant(undefined), fc.constant(null)), { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('x', 'y'), fc.oneof(anyOrdered, fc.constant(undefined), fc.constant([{ deep: [] }])), {
    maxKeys: 2,
  }),
)

const unindexed = fc.constantFrom('text', 'ttl', 'status', 'count', 'constructor')
const name = anyName.map((one): Expression => [{ name: one }])
const value = (one: fc.Arbitrary<unknown>) => one.map((given): Expression => [{ value: given }])
const key = fc.constantFrom<Expression>(['PK'], ['SK'])

const spell = (...parts: (fc.Arbitrary<Expression> | string)[]): fc.Arbitrary<Expression> =>
  fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant([part]) : part))).map((all) => all.flat())

const oneOf = (...words: string[]) => fc.constantFrom<Expression>(...words.map((word) => [word]))
const presence = spell(oneOf('attribute_exists(', 'attribute_not_exists('), fc.oneof(name, key), ')')
const among = spell(name, 'IN (', value(anyValue), ',', value(anyValue), ')')
const comparators = oneOf('<', '<=', '>', '>=')
const sides = oneOf('=', '<>')

/** What every DynamoDB understands alike. */
const plain = [
  presence,
  spell(name, sides, value(anyValue)),
  spell(name, comparators, value(anyOrdered)),
  spell(name, 'BETWEEN', value(fc.constantFrom('a', 'ab')), 'AND', value(fc.constantFrom('ab', 'b', 'ä'))),
  spell(name, 'BETWEEN', value(fc.constantFrom(-1, 0)), 'AND', value(fc.constantFrom(0, 1, 10))),
  spell('begins_with(', fc.constant<Expression>([{ name: 'group' }]), ',', value(fc.constantFrom('o', 'tw', 'x')), ')'),
  among,
]

/** What the emulator judges in another way than DynamoDB: values of a wrong type, and one attribute compared with another. */
const odd = [
  spell(name, sides, name),
  spell(name, comparators, fc.oneof(value(anyValue), name)),
  spell(name, 'BETWEEN', value(anyOrdered), 'AND', value(anyOrdered)),
  spell('begins_with(', name, ',', value(anyValue), ')'),
]

/** @param wide with all that DynamoDB judges, not only what the emulator judges alike */
export const anyCondition = (wide: boolean): fc.Arbitrary<Expression> =>
  fc.letrec<{ condition: Expression }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 4, arbitrary: fc.oneof({ weight: 2, arbitrary: presence }, ...plain, ...(wide ? odd : [])) },
      spell(tie('condition'), oneOf('AND', 'OR', 'and'), tie('condition')),
      spell('NOT', tie('condition')),
      spell('(', tie('condition'), ')'),
    ),
  })).condition

const unlessThere = (of: string, otherwise: fc.Arbitrary<unknown>) =>
  spell(fc.constant<Expression>(['if_not_exists(', { name: of }, ',']), value(otherwise), ')')

const count: Expression = [{ name: 'count' }]
const numbers = value(fc.nat({ max: 3 }))
const counting = (before: fc.Arbitrary<Expression>) => spell(fc.constant([...count, '=']), before, oneOf('+', '-'), numbers)
const counted = counting(unlessThere('count', fc.constant(0)))
const grouped = value(fc.constantFrom('one', 'two'))

/** The attributes of an index stay of its types; a value may be another attribute's, which may not be there. */
const setting = (target: string, ofOthers: boolean): fc.Arbitrary<Expression> => {
  if (target === 'count') return ofOthers ? fc.oneof(counted, counting(fc.constant(count))) : counted
  const to = spell(fc.constant<Expression>([{ name: target }, '=']), target === 'group' ? grouped : value(anyNumber))
  if (target === 'group' || target === 'rank') return to
  const chosen = unindexed.chain((of) => unlessThere(of, anyValue))
  const source = fc.oneof({ weight: 3, arbitrary: value(anyValue) }, chosen, ofOthers ? name : chosen)
  return spell(fc.constant<Expression>([{ name: target }, '=']), source)
}

const listed = (clause: string, parts: readonly fc.Arbitrary<Expression>[]): fc.Arbitrary<Expression> =>
  parts.length === 0
    ? fc.constant([])
    : fc.tuple(...parts).map((all) => [clause, ...all.flatMap((part, at) => (at === 0 ? part : [',', ...part]))])

/**
 * Each attribute is the target of one clause at most.
 * @param ofOthers whether a value may be that of another attribute, so that the update fails where it is not there
 */
export const anyUpdate = (ofOthers: boolean): fc.Arbitrary<Expression> =>
  fc.tuple(fc.uniqueArray(anyName, { minLength: 1, maxLength: 4 }), fc.nat(4), fc.boolean()).chain(([targets, sets, adds]) => {
    const [set, rest] = [targets.slice(0, sets), targets.slice(sets)]
    const added = adds && rest.includes('count')
    const removed = rest.filter((target) => !(added && target === 'count'))
    const clauses = [
      listed(
        'SET',
        set.map((target) => setting(target, ofOthers)),
      ),
      listed(
        'REMOVE',
        removed.map((target) => fc.constant<Expression>([{ name: target }])),
      ),
      listed('ADD', added ? [spell(fc.constant(count), numbers)] : []),
    ]
    return fc.tuple(...clauses).map((all) => all.flat())
  })

/** Whatever a mistake makes of it: a word left out, or one too many. */
export const spoiled = (expression: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
  fc.tuple(expression, fc.nat(), fc.constantFrom('(', ')', 'AND', '=', ',', '')).map(([words, at, extra]) => {
    const place = at % words.length
    return [...words.slice(0, place), ...(extra === '' ? [] : [extra]), ...words.slice(extra === '' ? place + 1 : place)]
  })

/** The parameters of a command that has these expressions. */
export const written = (expressions: Readonly<Record<string, Expression | undefined>>) => {
  const [names, values]: [Record<string, string>, Record<string, unknown>] = [{}, {}]
  const spelled = (word: Word): string => {
    if (typeof word === 'string') return word
    if ('name' in word) {
      names[`#${word.name}`] = word.name
      return `#${word.name}`
    }
    const placeholder = `:v${Object.keys(values).length}`
    values[placeholder] = word.value
    return placeholder
  }
  const given = Object.entries(expressions).flatMap(([parameter, words]) =>
    words ? [[parameter, words.map(spelled).join(' ')]] : [],
  )
  return {
    ...Object.fromEntries(given),
    ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  }
}
