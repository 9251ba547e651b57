import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

const readOr = <Value>(read: () => Value, otherwise: Value): Value => {
  try {
    return read()
  } catch {
    return otherwise // gone, or not ours
  }
}

/** The kernel's number of the socket at this end of a loopback connection. Source: proc_pid_net(5), tcp. */
const inodeOf = (localPort: number, remotePort: number) => {
  const hex = (port: number) => `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`
  const lines = readFileSync('/proc/net/tcp', 'utf8').split('\n')
  return lines
    .map((line) => line.trim().split(/\s+/))
    .find(([, local, remote]) => local === hex(localPort) && remote === hex(remotePort))?.[9]
}

const isFunction = (pid: string) =>
  readOr(() => readFileSync(`/proc/${pid}/environ`, 'utf8'), '').includes('\0AWS_LAMBDA_FUNCTION_NAME=')

const holds = (pid: string, inode: string) => {
  const files = readOr(() => readdirSync(`/proc/${pid}/fd`), [])
  return files.some((file) => readOr(() => readlinkSync(`/proc/${pid}/fd/${file}`), '') === `socket:[${inode}]`)
}

/**
 * Kills the function at the other end of a connection, as a crash does.
 * @param callersPort its end of the connection
 * @param ourPort this end
 * @returns false when no function is there any more: it has left by itself
 */
export const killCaller = (callersPort: number, ourPort: number): boolean => {
  const inode = inodeOf(callersPort, ourPort)
  const pid = inode && readdirSync('/proc').find((name) => /^\d+$/.test(name) && isFunction(name) && holds(name, inode))
  return Boolean(pid) && process.kill(Number(pid), 'SIGKILL')
}
