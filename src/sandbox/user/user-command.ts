import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { requireProgram } from '../../files/programs.ts'
import type { CommandLine } from '../../model/command-line.ts'

/** User ids that systemd reserves for users without accounts: https://systemd.io/UIDS-GIDS */
export const userRange = { first: 61_184, last: 65_519 } as const

const withoutPrivileges = [
  '--clear-groups',
  '--no-new-privs',
  '--inh-caps=-all',
  '--ambient-caps=-all',
  '--bounding-set=-all',
] as const

type Variables = Readonly<Record<string, string>>

/** Variables that load code or settings into any program, and so into those that start the command as root. */
const loading = /^(LD_|GCONV_PATH$|GLIBC_TUNABLES$|LOCPATH$|MALLOC_|NLSPATH$|BASH|ENV$|SHELLOPTS$|PS4$)/

/** The variables of a command, and those that it gets only when it is another user already. */
export function splitVariables(env: Variables): { readonly outer: Variables; readonly inner: Variables } {
  const entries = Object.entries(env)
  return {
    outer: Object.fromEntries(entries.filter(([name]) => !loading.test(name))),
    inner: Object.fromEntries(entries.filter(([name]) => loading.test(name))),
  }
}

/** A command without privileges, as a user and group of that number. Only root can run it. */
export function makeUserCommand(user: number, command: CommandLine, inner: Variables = {}): CommandLine {
  const assignments = Object.entries(inner).map(([name, value]) => `${name}=${value}`)
  return [
    ...([requireProgram('sh'), '-c', 'umask 022; exec "$@"', 'sh'] as const),
    ...[requireProgram('setpriv'), `--reuid=${user}`, `--regid=${user}`, ...withoutPrivileges, '--'],
    ...(assignments.length === 0 ? [] : [requireProgram('env'), ...assignments]),
    ...command,
  ]
}

const defaultMilliseconds = 60_000
const mostBytes = 1 << 24
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** SIGTERM would wait in a process that has been stopped. */
const options = { cwd: '/', env: { PATH }, killSignal: 'SIGKILL', maxBuffer: mostBytes } as const

/** Runs a shell script as that user, with nothing of the environment but PATH. Throws if it fails, with its output. */
export async function runAsUser(
  user: number,
  script: string,
  args: readonly string[],
  timeout = defaultMilliseconds,
): Promise<string> {
  const [program, ...rest] = makeUserCommand(user, [requireProgram('sh'), '-c', script, 'sh', ...args])
  const { stdout } = await promisify(execFile)(program, rest, { ...options, timeout })
  return stdout
}

/** No process has it: https://systemd.io/UIDS-GIDS */
const unused = 65_520

/**
 * Runs JavaScript with the rights of that user, which processes of the user cannot signal or trace: that takes its real or its saved
 * id. Both ids only change together when a program starts, so a shell cannot do it.
 */
export async function runBehindUser(user: number, code: string): Promise<void> {
  const script = `process.seteuid(${user}); ${code}`
  const args = [`--ruid=${unused}`, '--euid=0', '--clear-groups', '--', process.execPath, '-e', script]
  await promisify(execFile)(requireProgram('setpriv'), args, { ...options, timeout: defaultMilliseconds })
}
