import type { CommandEnd } from '../../agents/process/supervise.ts'
import { toTaskEnvironment } from '../../run/command-environment.ts'
import type { RunContext } from '../../run/run-context.ts'
import { toEndText } from '../../run/run-script.ts'
import { checkChanges } from '../gates/change-gates.ts'
import type { Refusal } from '../gates/gate.ts'
import { type CollectedWork, collectWork } from '../work/collect-work.ts'
import { holdWork } from '../work/hold-work.ts'
import type { TaskWork } from '../work/task-work.ts'
import type { AttemptEnd } from './attempt.ts'
import { toBranchMessage } from './branch-commit.ts'
import { runCommitHooks } from './commit-hooks.ts'
import { toGateInput } from './gate-input.ts'
import { runScriptGate } from './script-gate.ts'
import { checkFinished } from './unfinished-merge.ts'

/** What becomes of an attempt. */
export type Verdict =
  | { readonly kind: 'accepted'; readonly collected: CollectedWork; readonly message: string }
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
    toGoneRefusal(collected) ??
    checkChanges(toGateInput(context, work, collected)) ??
    (await checkFinished(context, work, collected)) ??
    (await runTestGate(context, work, collected))
  if (refusal === 'stopped') return { kind: 'stopped' }
  if (refusal !== undefined) return { kind: 'refused', collected, refusal }
  const hooks = await runCommitHooks(context, work, collected.tree, toBranchMessage(context, work.task))
  return hooks.kind === 'stopped' ? hooks : { ...hooks, collected }
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

function toGoneRefusal({ isGone }: CollectedWork): Refusal | undefined {
  if (!isGone) return undefined
  return {
    outcome: 'failed',
    reason: 'the agent has deleted its worktree',
    feedback:
      'You deleted the folder that you work in. What you had committed is there again. Do not delete it.',
    undo: [],
  }
}

function toEndOutcome(end: CommandEnd): Refusal['outcome'] {
  return end.kind === 'timed-out' || end.kind === 'stalled' ? end.kind : 'failed'
}

/** The test of the task, in its worktree as the agent left it. */
async function runTestGate(
  context: RunContext,
  work: TaskWork,
  snapshot: CollectedWork,
): Promise<Refusal | 'stopped' | undefined> {
  const { task, start } = work
  if (task.test === undefined) return undefined
  context.emit({ kind: 'phase', task: task.id, phase: 'test' })
  await holdWork(context, task.id, { ...work, snapshot })
  const env = toTaskEnvironment(context, task, start, {})
  const name = `the test (${task.test})`
  return runScriptGate(context, work, { title: 'test', name, script: task.test, env })
}
