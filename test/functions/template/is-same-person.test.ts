import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSamePerson } from '../../../functions/template/is-same-person.ts'

const user = (name: string) => `arn:aws:iam::111122223333:user/${name}`
const session = (role: string, name: string, account = '111122223333') => `arn:aws:sts::${account}:assumed-role/${role}/${name}`

describe('two identities', () => {
  it.each<[one: string, other: string, sentence: string]>([
    [user('jane'), user('jane'), 'a user and herself'],
    ['arn:aws:iam::111122223333:root', 'arn:aws:iam::111122223333:root', 'the account and itself'],
    [session('Author', 'jane@shop.example'), session('Reviewer', 'jane@shop.example'), 'one session name in two roles'],
    [session('Author', 'jane'), session('Author', 'jane', '444455556666'), 'one session name in two accounts'],
    ['arn:aws-cn:sts::111122223333:assumed-role/A/jane', session('B', 'jane'), 'one session name in two partitions'],
  ])('%s and %s are one person: %3$s', (one, other) => {
    expect([isSamePerson(one, other), isSamePerson(other, one)]).toEqual([true, true])
  })

  it.each<[one: string, other: string, sentence: string]>([
    [user('jane'), user('john'), 'two users'],
    [session('Author', 'jane'), session('Author', 'john'), 'two sessions of one role'],
    [user('jane'), session('Reviewer', 'jane'), 'a user and a session: nothing says that they are one'],
    [user('team/jane'), user('jane'), 'two users whose paths differ'],
    ['arn:aws:iam::111122223333:root', session('Reviewer', 'root'), 'the account and a session'],
  ])('%s and %s are two: %3$s', (one, other) => {
    expect([isSamePerson(one, other), isSamePerson(other, one)]).toEqual([false, false])
  })

  it('that are equal are one person, whatever they are', () => {
    fc.assert(fc.property(fc.string(), (arn) => isSamePerson(arn, arn)))
  })
})
