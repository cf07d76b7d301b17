import { constants } from 'node:os'
import { join } from 'node:path'
import { type CommandEnd, supervise } from '../agents/process/supervise.ts'
import { makeOwnFolder } from '../files/own-folder.ts'
import { requireProgram } from '../files/programs.ts'
import type { Environment } from '../model/plan.ts'
import { toResources } from './resources.ts'
import type { RunContext } from './run-context.ts'
import { enclose } from './sandboxing/enclose.ts'
import type { EncloseRequest } from './sandboxing/enclosed-command.ts'
import { writeLogLine } from './task-log.ts'

export interface ScriptRequest extends Pick<EncloseRequest, 'service'> {
  /** A shell command of the plan. */
  readonly script: string
  readonly directory: string
  readonly env: Environment
  readonly logPath: string
  /** Its name in the log. */
  readonly title: string
  readonly timeoutMinutes: number
  /** It is stopped after this time without any activity; undefined: only on timeout. */
  readonly stallMinutes?: number
}

/** Runs a setup or test command of the plan in a worktree. Its output goes to the log. */
export async function runScript(context: RunContext, request: ScriptRequest): Promise<CommandEnd> {
  await writeLogLine(request.logPath, `${request.title}: ${request.script}`)
  makeOwnFolder(context.paths.scripts)
  const command = [requireProgram('sh'), '-c', request.script] as const
  const enclosed = await enclose(context, { ...request, log: request.logPath, command })
  const ended = supervise({
    command: enclosed.command,
    directory: request.directory,
    env: enclosed.env,
    logPath: request.logPath,
    statusPath: join(context.paths.scripts, `${process.pid}-${nextNumber++}`),
    timeoutMinutes: request.timeoutMinutes,
    stallMinutes: request.stallMinutes ?? Number.POSITIVE_INFINITY,
    stallFiles: [request.logPath],
    resources: toResources(context, request.directory),
    signal: context.signal,
  })
  return ended.finally(() => enclosed.end())
}

let nextNumber = 1

/** "ended with exit code 3", "took longer than 10 minutes", … */
export function toCommandEndText(end: CommandEnd, timeoutMinutes: number): string {
  switch (end.kind) {
    case 'exited':
      return toExitText(end.code)
    case 'timed-out':
      return `took longer than ${timeoutMinutes} minutes`
    case 'stalled':
      return 'was inactive for too long (no output, no CPU, no change)'
    case 'stopped':
    case 'finished':
    case 'over-limit':
    case 'over-budget':
      return 'was stopped'
    case 'over-resources':
      return end.reason
    case 'not-started':
      return `could not be started: ${end.reason}`
  }
}

/** Shells report a signal as its number plus 128. */
function toExitText(code: number): string {
  const [signal] = Object.entries(constants.signals).find(([, number]) => code === 128 + number) ?? []
  if (signal === undefined) return `ended with exit code ${code}`
  const guess = signal === 'SIGKILL' ? '; the machine may be out of memory' : ''
  return `was killed by ${signal} (exit code ${code}${guess})`
}
