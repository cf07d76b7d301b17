import { sizeOfPlainFile } from '../../files/plain-file.ts'
import { writeHiddenFiles } from '../../git/worktree/hidden-files.ts'
import { toFoldedName } from '../../model/names/folded-name.ts'
import { listSome } from '../../model/names/list-some.ts'
import { toMatcher } from '../../plan/scope/globs.ts'
import { toTaskEnvironment } from '../../run/command-environment.ts'
import type { RunContext } from '../../run/run-context.ts'
import { writeLogLine } from '../../run/task-log.ts'
import type { Refusal } from '../gates/gate.ts'
import { definesTests } from '../gates/sensitive-files.ts'
import { findWeakened } from '../gates/weakened-tests-gate.ts'
import type { CollectedWork } from '../work/collect-work.ts'
import type { TaskWork } from '../work/task-work.ts'
import { countOnBase } from './base-count.ts'
import { runBaseTests } from './base-tests-gate.ts'
import { readTestCount } from './read-count.ts'
import { findRewritten } from './rewritten-tests.ts'
import { runScriptGate, type ScriptGate } from './script-gate.ts'
import { listTestDefinitions } from './test-definitions.ts'

/** The test of the task, in the agent's worktree. It must pass, and must have run tests. */
export async function runTestGate(
  context: RunContext,
  work: TaskWork,
  collected: CollectedWork,
): Promise<Refusal | 'stopped' | undefined> {
  const { task, start, worktree } = work
  if (task.test === undefined) return undefined
  await writeHiddenFiles(context.control, worktree)
  const shadow = toShadowRefusal(context, collected)
  if (shadow !== undefined) return shadow
  context.emit({ kind: 'phase', task: task.id, phase: 'test' })
  const env = toTaskEnvironment(context, task, start, {})
  const name = `the test (${task.test})`
  const log = context.paths.log(task.id)
  const offset = sizeOfPlainFile(log)
  const refusal = await runBesideServices(context, work, { title: 'test', name, script: task.test, env })
  if (refusal !== undefined) return refusal
  const ran = readTestCount(log, offset, worktree.path)
  if (ran === 0) return toNothingRanRefusal(name)
  return (
    (await checkRewritten(context, work, collected)) ??
    (await checkCount(context, work, collected, { name, ran })) ??
    (await runBaseTests(context, work, collected))
  )
}

async function checkRewritten(
  { plan, control }: RunContext,
  { worktree }: TaskWork,
  { head, worktreeTree: tree }: CollectedWork,
): Promise<Refusal | undefined> {
  const rewritten = await findRewritten(plan, control, { worktree, head, tree })
  if (rewritten.length === 0) return undefined
  const reason = `protected tests changed while the test ran: ${listSome(rewritten)}`
  const feedback = `${reason}. Code that is tested must not write to its tests: ${rewritten.join(', ')}.`
  return { outcome: 'failed', reason, feedback, undo: [] }
}

/** The services run the tested code. One that does not become ready fails the test. */
async function runBesideServices(
  context: RunContext,
  work: TaskWork,
  gate: ScriptGate,
): Promise<Refusal | 'stopped' | undefined> {
  const checkout = context.equipment.get(work.task.id)
  try {
    const problem = await checkout?.startServices(gate.env)
    if (problem !== undefined) return toServiceRefusal(problem)
    return await runScriptGate(context, { task: work.task, directory: work.worktree.path }, gate)
  } finally {
    await checkout?.stopServices()
  }
}

function toServiceRefusal(problem: string): Refusal {
  const feedback = `Before the test, this must succeed, but did not: ${problem}.`
  return { outcome: 'failed', reason: problem, feedback, undo: [] }
}

/** An ignored file is not in the result, but can affect the test here. */
function toShadowRefusal({ plan }: RunContext, { ignored }: CollectedWork): Refusal | undefined {
  const isProtected = toMatcher(plan.protected.map(toFoldedName))
  const shadows = ignored.names.filter(
    path => isProtected(toFoldedName(path)) || (definesTests(path) && !path.endsWith('package.json')),
  )
  const [first] = shadows
  if (first === undefined) return undefined
  const reason = `${first} affects the test, but git ignores it: it would be missing from the result`
  return {
    outcome: 'failed',
    reason,
    feedback: `${reason}. Remove ${shadows.join(', ')}, or add it to your change.`,
    undo: [],
  }
}

function toNothingRanRefusal(name: string): Refusal {
  const reason = `${name} passed without running a test`
  return {
    outcome: 'failed',
    reason,
    feedback: `${reason}, so it proves nothing. Write the tests that it looks for, with names and in files that it finds, and do not exclude existing ones.`,
    undo: [],
  }
}

/**
 * If a change could have that effect, at least as many tests must run as without it. A task whose scope includes the tests may
 * remove some.
 */
async function checkCount(
  context: RunContext,
  work: TaskWork,
  collected: CollectedWork,
  { name, ran }: { readonly name: string; readonly ran: number | null },
): Promise<Refusal | 'stopped' | undefined> {
  const { repository, plan } = context
  const definitions = await listTestDefinitions(context, collected)
  const isOwner = work.task.files !== undefined && !plan.testsProtected
  if (
    isOwner ||
    (definitions.length === 0 && (await findWeakened(repository, collected.changes)).length === 0)
  )
    return undefined
  const before = await countOnBase(context, work)
  if (before === 'stopped') return 'stopped'
  if (before === null || (ran !== null && ran >= before)) return undefined
  const now = ran === null ? 'an unknown number' : `${ran} ran`
  const reason = `${name} ran ${before} ${before === 1 ? 'test' : 'tests'} without the change of this task, and with it ${now}`
  await writeLogLine(context.paths.log(work.task.id), reason)
  return {
    outcome: 'failed',
    reason,
    feedback: `${reason}. Restore what decides which tests run${definitions.length === 0 ? '' : ` (you changed ${definitions.join(', ')})`}, so that all of them run.`,
    undo: [],
  }
}
