import type { Command } from 'commander'
import { type JsonOption, withExample, withJson, withParams, withTarget } from '../options.ts'
import type { TargetOptions } from '../target.ts'
import { templateCheck } from './check.ts'
import { type DecideOptions, templateDecide, templateRetire } from './decide.ts'
import { templateDiff } from './diff.ts'
import { templateList } from './list.ts'
import { type PreviewOptions, templatePreview } from './preview.ts'
import { templateReview } from './review.ts'
import { templateShow } from './show.ts'
import { templateSubmit } from './submit.ts'

type ReadOptions = TargetOptions & JsonOption

const reason = ['--reason <words>', 'why, in one line and without anybody’s number; it is kept for the audit'] as const

/** What an author does. */
const addWriting = (template: Command): void => {
  withExample(withJson(template.command('check [file...]')), 'heliograph template check templates/order-shipped.yaml')
    .description(
      'Says all that is wrong with template files, or folders of them ("templates" by default). It needs no deployment.',
    )
    .action((files: string[], options: JsonOption) => templateCheck(files, options))
  withExample(
    withJson(withTarget(withParams(template.command('preview <template>')))),
    'heliograph template preview templates/order-shipped.yaml --locale de --param orderNo=4711',
  )
    .description('Shows a file or a version (order-shipped@3) as a phone would, and what it takes; slots show their examples.')
    .option('--locale <tag>', 'as a requester would ask for it, e.g. en-GB; without it every locale of the template')
    .action((words: string, options: PreviewOptions) => templatePreview(words, options))
  withExample(
    withJson(withTarget(template.command('submit <path...>'))),
    'heliograph template submit templates/order-shipped.yaml',
  )
    .description('Submits files, or folders of them, to be reviewed, and follows them until they are checked.')
    .action((paths: string[], options: ReadOptions) => templateSubmit(paths, options))
}

/** What a reviewer does. */
const addDeciding = (template: Command): void => {
  withExample(withJson(withTarget(template.command('review [version]'))), 'heliograph template review order-shipped@3')
    .description('Lists what waits for a decision, or shows of one version all that a reviewer needs.')
    .action((words: string | undefined, options: ReadOptions) => templateReview(words, options))
  for (const action of ['approve', 'reject'] as const)
    withExample(
      withJson(withTarget(template.command(`${action} <version>`))),
      `heliograph template ${action} order-shipped@3 --reason 'the new wording of the shop' --profile reviewer`,
    )
      .description(
        `${action === 'approve' ? 'Approves' : 'Rejects'} a version in review, as whom the AWS profile says; nobody decides on what they submitted.`,
      )
      .requiredOption(...reason)
      .action((words: string, options: DecideOptions) => templateDecide(action, words, options))
  withExample(
    withJson(withTarget(template.command('retire <name>'))),
    "heliograph template retire order-shipped --reason 'the shop has closed' --profile reviewer",
  )
    .description('Lets a template serve no new request. What is under way is still sent.')
    .requiredOption(...reason)
    .action((words: string, options: DecideOptions) => templateRetire(words, options))
}

/** What everybody may see. */
const addReading = (template: Command): void => {
  withExample(withJson(withTarget(template.command('list'))), 'heliograph template list --region us-east-1')
    .description('Lists the templates of a deployment: which version is sent, and which are on their way.')
    .action((options: ReadOptions) => templateList(options))
  withExample(withJson(withTarget(template.command('show <version>'))), 'heliograph template show order-shipped@3')
    .description('Shows a version as the file it would be, and what became of it; without a number the version that is sent.')
    .action((words: string, options: ReadOptions) => templateShow(words, options))
  withExample(
    withJson(withTarget(template.command('diff <one> [other]'))),
    'heliograph template diff order-shipped@2 order-shipped@3',
  )
    .description('Shows what is different in two files or versions; of one alone, to the version that is sent.')
    .action((one: string, other: string | undefined, options: ReadOptions) => templateDiff(one, other, options))
}

/** `heliograph template …`: the texts that may be sent. */
export const addTemplateCommands = (program: Command): void => {
  const template = program.command('template').description('The texts that may be sent: written, previewed, reviewed, retired.')
  addWriting(template)
  addDeciding(template)
  addReading(template)
}
