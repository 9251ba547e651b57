import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Target } from '../../commands/target.ts'
import { policyFor } from '../../local/make-identities.ts'

const { Statement } = policyFor({ outputs: { TableName: 'records' } as Target['outputs'] }, 'Heliograph')

it('lets authors and reviewers do what docs/templates.md lists, and nothing else', () => {
  const [, rows = ''] = readFileSync('docs/templates.md', 'utf8').split('| right | on | only where |')
  const [table = ''] = rows.split('\n\n')
  const listed = table.split('\n').flatMap((row) => (row.split('|')[1] ?? '').match(/[a-z]+:[A-Za-z]+/g) ?? [])
  expect(listed).toEqual(Statement.flatMap(({ Action }) => Action))
})

it('lets them read what the customer key encrypts in the table, and nothing past it', () => {
  expect(Statement.find(({ Action }) => Action.includes('kms:Decrypt'))?.Condition).toEqual({
    StringLike: { 'kms:ViaService': 'dynamodb.*.amazonaws.com' },
  })
})
