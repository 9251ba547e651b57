import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSamePerson } from '../../../../functions/template/review/is-same-person.ts'

const user = (name: string) => `arn:aws:iam::111122223333:user/${name}`
const session = (role: string, name: string, account = '111122223333') => `arn:aws:sts::${account}:assumed-role/${role}/${name}`

describe('two identities', () => {
  it.each<[sentence: string, one: string, other: string]>([
    ['a user and herself', user('jane'), user('jane')],
    ['the account and itself', 'arn:aws:iam::111122223333:root', 'arn:aws:iam::111122223333:root'],
    ['one session name in two roles', session('Author', 'jane@shop.example'), session('Reviewer', 'jane@shop.example')],
    ['one session name in two accounts', session('Author', 'jane'), session('Author', 'jane', '444455556666')],
    ['one session name in two partitions', 'arn:aws-cn:sts::111122223333:assumed-role/A/jane', session('B', 'jane')],
  ])('that are one person: %s', (_, one, other) => {
    expect([isSamePerson(one, other), isSamePerson(other, one)]).toEqual([true, true])
  })

  it.each<[sentence: string, one: string, other: string]>([
    ['two users', user('jane'), user('john')],
    ['two sessions of one role', session('Author', 'jane'), session('Author', 'john')],
    ['a user and a session: nothing says that they are one', user('jane'), session('Reviewer', 'jane')],
    ['two users whose paths differ', user('team/jane'), user('jane')],
    ['the account and a session', 'arn:aws:iam::111122223333:root', session('Reviewer', 'root')],
  ])('that are two: %s', (_, one, other) => {
    expect([isSamePerson(one, other), isSamePerson(other, one)]).toEqual([false, false])
  })

  it('that are equal are one person, whatever they are', () => {
    fc.assert(fc.property(fc.string(), (arn) => isSamePerson(arn, arn)))
  })
})
