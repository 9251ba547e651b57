/**
 * Installs what is missing, then runs a command with the project's Node and tools first on PATH:
 *
 *   node local/set-up.mjs [--emulator] [--linter] <command> [arguments…]
 *
 * The one JavaScript file, since it runs before anything is installed, on a Node that may know no TypeScript.
 * What it says goes to stderr (stdout is the command's), and only when there is something to install.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const at = (...path) => join(root, ...path)
const say = (text) => process.stderr.write(text)

// What can be missing. A stamp in the folder, written last, says from what it was installed: half-done folders have none.

const npmPackages = {
  name: 'npm packages',
  folder: 'node_modules',
  madeFrom: 'package-lock.json',
  install: () => quietly('npm', npmCi),
}

const npmCi = [
  ...['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
  '--loglevel=error', // on Node 20 it warns of packages that want the very Node it is about to install
  '--fetch-retry-mintimeout=1000', // without a registry it gives up after 12 seconds; 70 are its default
  ...['--include=dev', '--include=optional'], // even if NODE_ENV is production: the tools and Node itself are among them
]

const pythonPackages = (name, folder, madeFrom) => ({
  name,
  folder,
  madeFrom,
  python: join(folder, 'bin', 'python'),
  install: async () => {
    rmSync(at(folder), { recursive: true, force: true })
    await quietly(findPython(name), ['-m', 'venv', folder])
    await quietly(join(folder, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '--require-hashes', '-r', madeFrom])
  },
})

/** By the option that asks for it: what a command can need beside the npm packages. */
const byOption = {
  '--emulator': pythonPackages('the emulator', '.venv', 'local/emulator/requirements.txt'),
  '--linter': pythonPackages('the template linter', '.venv-linter', 'test/infra/cfn-lint/requirements.txt'),
}

const stampOf = ({ folder }) => at(folder, '.set-up')
const fingerprint = ({ madeFrom }) => {
  const hash = createHash('sha256').update(readFileSync(at(madeFrom)))
  return `${hash.digest('hex')} ${process.platform} ${process.arch}\n`
}

const isMissing = (part) => {
  if (part.python && !existsSync(at(part.python))) return true // a link that dangles once Python is upgraded
  return !existsSync(stampOf(part)) || readFileSync(stampOf(part), 'utf8') !== fingerprint(part)
}

const install = async (part) => {
  const started = Date.now()
  const again = existsSync(at(part.folder)) ? ` again (${part.folder} is half done or out of date)` : ''
  say(`heliograph: installing ${part.name}${again} … `)
  try {
    await part.install()
  } catch (error) {
    throw new Error(`${part.name} could not be installed: ${error.message}`, { cause: error.cause })
  } finally {
    say(`${((Date.now() - started) / 1000).toFixed(1)} s\n`)
  }
  writeFileSync(stampOf(part), fingerprint(part))
}

const installMissing = async (parts) => {
  if (!parts.some(isMissing)) return
  for (const part of parts) if (part.python && isMissing(part)) findPython(part.name) // before a minute of npm, not after
  await takeLock()
  try {
    for (const part of parts.filter(isMissing)) await install(part)
  } finally {
    rmSync(lock, { force: true })
  }
}

// Python

/** @returns {string} the first Python that can make an environment for this, e.g. "python3.12" */
const findPython = (what) => {
  const names = ['python3', ...[14, 13, 12, 11, 10].map((minor) => `python3.${minor}`)]
  const found = names.map((name) => ({ name, ...probePython(name) })).filter(({ version }) => version)
  const recent = found.filter(({ version }) => isAtLeast(version, [3, 10]))
  const usable = recent.find(({ complete }) => complete)
  if (usable) return usable.name
  if (recent[0])
    throw new Error(
      `Python ${recent[0].version} lacks venv or ensurepip, with which ${what} is installed; ` +
        `on Debian or Ubuntu: sudo apt install python${recent[0].version.split('.', 2).join('.')}-venv`,
    )
  const instead = found[0] ? `only ${found[0].version} was found` : 'none was found'
  throw new Error(`${what.replace(/^t/, 'T')} needs Python 3.10 or newer as python3 on the PATH, and ${instead}.`)
}

const probePython = (name) => {
  const code = 'import sys; print("%d.%d.%d" % sys.version_info[:3]); import venv, ensurepip'
  const { stdout, status } = spawnSync(name, ['-c', code], { encoding: 'utf8' })
  return { version: stdout?.trim(), complete: status === 0 }
}

const isAtLeast = (version, [major, minor]) => {
  const [itsMajor, itsMinor] = version.split('.').map(Number)
  return itsMajor > major || (itsMajor === major && itsMinor >= minor)
}

// One installation at a time. The lock is a link that points at process ids, since a link appears whole or not at all.

const lock = at('.local', 'set-up.lock')

const takeLock = async () => {
  mkdirSync(dirname(lock), { recursive: true })
  for (let told = false; !link(process.pid); await sleep(200)) {
    const holders = lockHolders()
    if (holders.some(isAlive)) {
      if (!told) say(`heliograph: waiting for process ${holders[0]}, which is installing …\n`)
      told = true
    } else if (holders.length > 0) rmSync(lock, { force: true }) // its owner died; whoever is first after the pause has it
  }
}

/** The installer survives a kill -9 of its parent, and goes on to write: the lock is its as well. */
const shareLock = (installer) => {
  symlinkSync(`${process.pid}+${installer.pid}`, `${lock}.${process.pid}`)
  renameSync(`${lock}.${process.pid}`, lock)
}

const link = (target) => {
  try {
    symlinkSync(`${target}`, lock)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

const lockHolders = () => {
  try {
    return readlinkSync(lock).split('+').map(Number)
  } catch {
    return [] // released meanwhile
  }
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
  return !isUnburied(pid)
}

/** In a container without an init a dead process may stay in the table for ever. */
const isUnburied = (pid) => {
  const status = `/proc/${pid}/status` // Linux only
  return existsSync(status) && /^State:\s+Z/m.test(readFileSync(status, 'utf8'))
}

// Children

/** Runs an installer. What it says matters only when it fails. */
const quietly = async (command, args) => {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  if (child.pid) shareLock(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  const { code, signal, interrupted } = await ended(child)
  if (interrupted || signal) throw new Error('it was interrupted', { cause: { signal: interrupted ?? signal } })
  if (code !== 0) throw new Error(reasonIn(output))
}

const noAnswer =
  /\b(ENOTFOUND|EAI_AGAIN|ECONN(REFUSED|RESET)|ETIMEDOUT|E(NET|HOST)UNREACH|ERR_SOCKET_TIMEOUT)\b|NewConnectionError|NameResolutionError|\w+TimeoutError|ProxyError/

const reasonIn = (output) => {
  const failure = output.match(noAnswer)?.[0]
  if (failure) return `the registry cannot be reached (${failure}); run this again once it can.`
  const lines = output.trim().split('\n')
  const errors = lines.map((line) => line.match(/^(?:npm (?:error|ERR!)|ERROR:)\s+(?!code |errno |syscall )(.+)/)?.[1])
  return errors.find(Boolean) ?? (lines.at(-1) || 'it did not say why.')
}

/** Waits for a child's end and hands it the signals that reach us, but not a Ctrl-C: at a terminal it has that already. */
const ended = (child) =>
  new Promise((resolve, reject) => {
    let interrupted
    const handOn = (signal) => {
      interrupted = signal
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, handOn)
    child.on('error', (error) =>
      reject(error.code === 'ENOENT' ? new Error(`there is no ${child.spawnfile} on the PATH.`) : error),
    )
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, handOn)
      resolve({ code, signal, interrupted })
    })
  })

/** The Node that Lambda runs, where npm has one for this machine; else the user's, if it runs TypeScript as it is. */
const nodeFolder = () => {
  const own = at('node_modules', `node-${process.platform}-${process.arch}`, 'bin')
  if (existsSync(join(own, 'node'))) return own
  if (isAtLeast(process.versions.node, [22, 18])) return dirname(process.execPath)
  throw new Error(`On ${process.platform} ${process.arch} it takes Node 22.18 or newer, and this is ${process.versions.node}.`)
}

const main = async (args) => {
  if (!isAtLeast(process.versions.node, [20, 0]))
    throw new Error(`It takes Node 20 or newer, and this is ${process.versions.node}.`)
  const first = args.findIndex((arg) => !(arg in byOption))
  if (first < 0) throw new Error('Usage: node local/set-up.mjs [--emulator] [--linter] <command> [arguments…]')
  const [command, ...rest] = args.slice(first)
  await installMissing([npmPackages, ...args.slice(0, first).map((option) => byOption[option])])
  const { env } = process
  const PATH = [nodeFolder(), at('node_modules', '.bin'), env.PATH].join(delimiter)
  const { code, signal } = await ended(spawn(command, rest, { stdio: 'inherit', env: { ...env, PATH } }))
  if (signal) process.kill(process.pid, signal)
  else process.exitCode = code
}

await main(process.argv.slice(2)).catch(({ message, cause }) => {
  say(`heliograph: ${message}\n`)
  if (cause?.signal) process.kill(process.pid, cause.signal)
  process.exitCode = 1
})
