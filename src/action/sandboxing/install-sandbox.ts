import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { findInstalledPrograms, tryProgram } from '../../files/programs.ts'
import type { CommandLine } from '../../model/command-line.ts'
import type { Environment } from '../../model/plan.ts'

const packages = ['bubblewrap', 'socat'] as const
const install = ['apt-get', 'install', '--yes', '--no-install-recommends', ...packages] as const
/** Ubuntu denies namespaces to unprivileged programs, and with them bubblewrap. */
const allowNamespaces = ['sysctl', '-w', 'kernel.apparmor_restrict_unprivileged_userns=0'] as const

const stepMilliseconds = 120_000

/** Installs missing programs of the sandbox. Returns the reason of a failure. */
export async function tryInstallPrograms(env: Environment): Promise<string | undefined> {
  if (hasPrograms()) return undefined
  const failure = await tryAsRoot(install, env)
  if (failure !== undefined) await tryAsRoot(['apt-get', 'update'], env) // the image's package lists may be outdated
  const again = failure === undefined ? undefined : await tryAsRoot(install, env)
  findInstalledPrograms()
  return hasPrograms()
    ? undefined
    : (again ?? failure ?? 'bwrap or socat is still missing after apt-get install')
}

/** Allows programs of this machine to create namespaces. */
export async function allowUserNamespaces(env: Environment): Promise<void> {
  await tryAsRoot(allowNamespaces, env)
}

function hasPrograms(): boolean {
  return tryProgram('bwrap') !== undefined && tryProgram('socat') !== undefined
}

/** Why a command as root failed. Never asks for a password. */
async function tryAsRoot(
  [name, ...args]: readonly ['apt-get' | 'sysctl', ...string[]],
  env: Environment,
): Promise<string | undefined> {
  const program = tryProgram(name)
  const sudo = tryProgram('sudo')
  const isRoot = process.getuid?.() === 0
  if (program === undefined) return `${name} is not installed`
  if (!isRoot && sudo === undefined) return 'sudo is not installed'
  const line: CommandLine = isRoot || sudo === undefined ? [program, ...args] : [sudo, '-n', program, ...args]
  return tryRun(line, env)
}

async function tryRun([program, ...args]: CommandLine, env: Environment): Promise<string | undefined> {
  try {
    const unattended = { PATH: env.PATH, DEBIAN_FRONTEND: 'noninteractive' }
    await promisify(execFile)(program, args, { env: unattended, timeout: stepMilliseconds })
    return undefined
  } catch (error) {
    const { stderr = '', message } = error as { stderr?: string; message: string }
    return stderr.trim().split('\n').at(-1) || message
  }
}
