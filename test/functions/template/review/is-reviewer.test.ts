import { expect, it } from 'vitest'
import { isReviewer, type Role } from '../../../../functions/template/review/is-reviewer.ts'

const session = (role: string, account = '111122223333') => `arn:aws:sts::${account}:assumed-role/${role}/jane`
const user = 'arn:aws:iam::111122223333:user/Reviewer'
const ours = (...names: string[]) => names.map((name) => ({ account: '111122223333', name }))

it.each<[who: string, roles: readonly Role[] | undefined, may: boolean]>([
  [user, undefined, true],
  [session('Any'), undefined, true],
  [session('Reviewer'), ours('Lead', 'Reviewer'), true],
  [session('Reviewers'), ours('Reviewer'), false],
  [session('Author'), ours('Reviewer'), false],
  [session('Reviewer', '444455556666'), ours('Reviewer'), false],
  ['arn:aws:sts::111122223333:assumed-role/Author/Reviewer', ours('Reviewer'), false],
  ['arn:aws:sts::111122223333:federated-user/Reviewer', ours('Reviewer'), false],
  [user, ours('Reviewer'), false],
  ['arn:aws:iam::111122223333:root', ours('Reviewer'), false],
])('%s, where the roles %j decide: %s', (who, roles, may) => {
  expect(isReviewer(who, roles)).toBe(may)
})
