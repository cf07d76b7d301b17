import { stat } from 'node:fs/promises'
import { LogFollower } from '../../agent/log-file.ts'
import type { CommandEnd } from '../../agent/supervise.ts'
import { checkChanges } from '../gates/change-gates.ts'
import type { GateInput, Refusal } from '../gates/gate.ts'
import type { AttemptEnd } from './attempt.ts'
import { type CollectedWork, collectWork } from './collect-work.ts'
import { toTaskEnvironment } from './command-environment.ts'
import type { RunContext } from './run-context.ts'
import { runScript, toEndText } from './run-script.ts'
import type { TaskWork } from './task-work.ts'

/** What becomes of an attempt. */
export type Verdict =
  | { readonly kind: 'accepted'; readonly collected: CollectedWork }
  | { readonly kind: 'refused'; readonly collected: CollectedWork; readonly refusal: Refusal }
  | { readonly kind: 'trouble'; readonly reason: string }
  | { readonly kind: 'stopped' }

/** An exit code by which a command says that it should be tried again later (EX_TEMPFAIL of sysexits.h). */
const tryLaterCode = 75

/** Asks all gates about an attempt. The agent's own word counts for nothing but its exit code. */
export async function judge(context: RunContext, work: TaskWork, attempt: AttemptEnd): Promise<Verdict> {
  if (attempt.end.kind === 'stopped' || context.signal.aborted) return { kind: 'stopped' }
  const trouble = tryTrouble(attempt)
  if (trouble !== undefined) return { kind: 'trouble', reason: trouble }

  context.emit({ kind: 'phase', task: work.task.id, phase: 'gates' })
  const collected = await collectWork(context, work)
  const refusal =
    toEndRefusal(attempt, work) ??
    checkChanges(toGateInput(context, work, collected)) ??
    (await runTestGate(context, work))
  if (refusal === 'stopped') return { kind: 'stopped' }
  return refusal === undefined ? { kind: 'accepted', collected } : { kind: 'refused', collected, refusal }
}

export function toGateInput({ plan }: RunContext, { task }: TaskWork, collected: CollectedWork): GateInput {
  return {
    task,
    protectedGlobs: plan.protected,
    maxFileMegabytes: plan.maxFileMegabytes,
    changes: collected.changes,
    problems: collected.problems,
  }
}

function tryTrouble({ end, trouble }: AttemptEnd): string | undefined {
  if (end.kind === 'not-started') return end.reason
  if (end.kind !== 'exited' || end.code === 0) return undefined
  if (end.code === tryLaterCode) return `the agent ended with exit code ${tryLaterCode} (try again later)`
  return trouble
}

function toEndRefusal({ end, lastWords }: AttemptEnd, { task }: TaskWork): Refusal | undefined {
  if (end.kind === 'exited' && end.code === 0) return undefined
  const minutes = end.kind === 'stalled' ? task.stallMinutes : task.timeoutMinutes
  const what = end.kind === 'stalled' ? `printed nothing for ${minutes} minutes` : toEndText(end, minutes)
  const words = end.kind === 'exited' && lastWords !== undefined ? `: ${lastWords}` : ''
  return {
    outcome: toEndOutcome(end),
    reason: `the agent ${what}${words}`,
    feedback: `The last attempt ${what}${words}. What it had done is still there. Go on from it and finish the task.`,
    undo: [],
  }
}

function toEndOutcome(end: CommandEnd): Refusal['outcome'] {
  return end.kind === 'timed-out' || end.kind === 'stalled' ? end.kind : 'failed'
}

const feedbackLines = 60
const feedbackCharacters = 6000

/** The test of the task, in its worktree as the agent left it. */
async function runTestGate(context: RunContext, work: TaskWork): Promise<Refusal | 'stopped' | undefined> {
  const { task } = work
  if (task.test === undefined) return undefined
  context.emit({ kind: 'phase', task: task.id, phase: 'test' })
  const logPath = context.paths.log(task.id)
  const logOffset = (await stat(logPath)).size
  const end = await runScript(context, {
    script: task.test,
    directory: work.worktree.path,
    env: toTaskEnvironment(context, task, work.start, {}),
    logPath,
    title: 'test',
    timeoutMinutes: task.timeoutMinutes,
  })
  if (end.kind === 'stopped') return 'stopped'
  if (end.kind === 'exited' && end.code === 0) return undefined
  const output = new LogFollower(logPath, logOffset).readAll().slice(1)
  const what = `${task.test} ${toEndText(end, task.timeoutMinutes)}`
  return {
    outcome: 'failed',
    reason: `the test failed: ${what}`,
    feedback: `The test of the task failed: ${what}. The end of its output:\n\n${toTail(output)}`,
    undo: [],
  }
}

function toTail(lines: readonly string[]): string {
  return lines.slice(-feedbackLines).join('\n').slice(-feedbackCharacters)
}
