import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Report } from '../../src/model/report.ts'
import { cliBundle } from './bundles.ts'
import { gitEnvironment, type TestRepository } from './repository.ts'

export interface CliResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface CliOptions {
  readonly env?: Readonly<Record<string, string>>
  /** Who runs it, if not who runs the tests. */
  readonly user?: { readonly uid?: number; readonly gid?: number }
}

/** Starts the bundle as a user would. */
export function startCli(
  folder: string,
  args: readonly string[],
  { env = {}, user = {} }: CliOptions = {},
): ChildProcess {
  const { GIT_AUTHOR_DATE: _, GIT_COMMITTER_DATE: __, ...git } = gitEnvironment
  return spawn(process.execPath, [cliBundle, ...args], {
    cwd: folder,
    ...user,
    env: { ...process.env, ...git, NO_COLOR: '1', ...env },
  })
}

/** Runs the bundle as a user would. */
export function runCli(
  folder: string,
  args: readonly string[],
  options: CliOptions = {},
): Promise<CliResult> {
  const child = startCli(folder, args, options)
  return untilClosed(child)
}

/** Starts the bundle in a process group of its own, and kills the whole group after a while. */
export async function runAndKill(
  folder: string,
  args: readonly string[],
  milliseconds: number,
): Promise<void> {
  const child = spawn(process.execPath, [cliBundle, ...args], {
    cwd: folder,
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, ...gitEnvironment },
  })
  const closed = new Promise(resolve => child.on('close', resolve))
  await sleep(milliseconds)
  try {
    process.kill(-(child.pid as number), 'SIGKILL')
  } catch {
    // it was faster
  }
  await closed
}

export function untilClosed(child: ChildProcess): Promise<CliResult> {
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', chunk => {
    stdout += String(chunk)
  })
  child.stderr?.on('data', chunk => {
    stderr += String(chunk)
  })
  return new Promise(resolve => child.on('close', code => resolve({ code, stdout, stderr })))
}

/** Runs a plan and answers with its report. */
export async function runToReport(
  repository: TestRepository,
  args: readonly string[] = [],
  options: CliOptions = {},
): Promise<Report & { readonly code: number | null; readonly stderr: string }> {
  const { code, stdout, stderr } = await runCli(repository.folder, ['run', '--json', ...args], options)
  const report = tryReport(stdout)
  if (report === undefined) throw new Error(`no report (exit code ${code}): ${stdout}${stderr}`)
  return { ...report, code, stderr }
}

function tryReport(text: string): Report | undefined {
  try {
    const value = JSON.parse(text) as Report
    return value.tasks === undefined ? undefined : value
  } catch {
    return undefined // the run ended without one
  }
}
