import type { Target } from '../commands/target.ts'
import { askReview } from '../commands/template/ask-review.ts'
import { readTemplates } from '../commands/template/read-templates.ts'
import { submitTemplate } from '../commands/template/submit-template.ts'
import type { Template } from '../functions/template/template.ts'
import type { Identities } from './make-identities.ts'

/** Has a template reviewed as a team does: the author submits it, the checks are made, the reviewer approves it. */
const approve = async (target: Target, { author, reviewer }: Identities, template: Template): Promise<void> => {
  const as = (credentials: Identities['author']): Target => ({ ...target, client: { ...target.client, credentials } })
  const { name, version, state, findings = [] } = await submitTemplate(as(author), template)
  if (state === 'approved') return
  if (state === 'rejected')
    throw new Error(`${name}@${version} was rejected: ${findings.map(({ sentence }) => sentence).join('; ')}`)
  await askReview(as(reviewer), { action: 'approve', name, version, reason: 'It comes with Heliograph.' })
}

/** Makes every template of a folder current in a deployment on this machine. */
export const approveTemplates = async (target: Target, identities: Identities, folder: string): Promise<void> => {
  const read = await readTemplates(folder)
  if (!read.ok) throw new Error(read.problems.join('\n'))
  await Promise.all(read.templates.map((template) => approve(target, identities, template)))
}
