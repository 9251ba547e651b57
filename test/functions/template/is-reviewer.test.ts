import { expect, it } from 'vitest'
import { isReviewer } from '../../../functions/template/is-reviewer.ts'

const session = (role: string) => `arn:aws:sts::111122223333:assumed-role/${role}/jane`
const user = 'arn:aws:iam::111122223333:user/Reviewer'

it.each<[who: string, roles: readonly string[] | undefined, may: boolean]>([
  [user, undefined, true],
  [session('Any'), undefined, true],
  [session('Reviewer'), ['Lead', 'Reviewer'], true],
  [session('Reviewers'), ['Reviewer'], false],
  [session('Author'), ['Reviewer'], false],
  ['arn:aws:sts::111122223333:assumed-role/Author/Reviewer', ['Reviewer'], false],
  [user, ['Reviewer'], false],
  ['arn:aws:iam::111122223333:root', ['Reviewer'], false],
])('%s, where the roles %j decide: %s', (who, roles, may) => {
  expect(isReviewer(who, roles)).toBe(may)
})
