import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { SFNClient } from '@aws-sdk/client-sfn'
import type { Emulator } from '../../local/emulator/emulator.ts'

/** A function that does what its event says, in that order. */
const handler = `
const { createServer } = require('node:http')
const { SFNClient, SendTaskSuccessCommand } = require('@aws-sdk/client-sfn')
const deeds = {
  return: () => {},
  serve: () => new Promise((resolve) => {
    const server = createServer((_, response) => response.end()).listen(0, '127.0.0.1', () =>
      resolve({ url: 'http://127.0.0.1:' + server.address().port, folder: __dirname }))
  }),
  throw: () => { throw new Error('on purpose') },
  exit: () => process.exit(1),
  hang: () => new Promise(() => setInterval(() => {}, 1000)),
  settle: (taskToken) => new SFNClient().send(new SendTaskSuccessCommand({ taskToken, output: '"settled"' })),
}
exports.handler = async ({ does, taskToken }) => {
  let answer
  for (const deed of does) answer = await deeds[deed](taskToken)
  return answer
}`

const zipped = (code: string): Buffer => {
  const folder = mkdtempSync(join(tmpdir(), 'heliograph-function-'))
  writeFileSync(join(folder, 'index.js'), code)
  execFileSync(join(import.meta.dirname, '../../.venv/bin/python'), ['-m', 'zipfile', '-c', 'code.zip', 'index.js'], {
    cwd: folder,
  })
  const zip = readFileSync(join(folder, 'code.zip'))
  rmSync(folder, { recursive: true })
  return zip
}

export const clientsOf = ({ url }: Emulator) => {
  const settings = { endpoint: url, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }
  const lambda = new LambdaClient(settings)
  const deploy = (name: string, seconds: number, code = handler) =>
    lambda.send(
      new CreateFunctionCommand({
        FunctionName: name,
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Role: 'arn:aws:iam::000000000000:role/any',
        Timeout: seconds,
        Code: { ZipFile: zipped(code) },
      }),
    )
  return { lambda, deploy, sfn: new SFNClient(settings) }
}
