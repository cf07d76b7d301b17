import { listSome } from '../../model/names/list-some.ts'
import type { RunContext } from '../../run/run-context.ts'
import { toCommandEndText } from '../../run/run-script.ts'
import type { Refusal } from '../gates/gate.ts'
import type { CollectedWork } from '../work/collect-work.ts'
import type { TaskWork } from '../work/task-work.ts'
import { tryBaseTests } from './base-tests.ts'
import { inFreshCheckout } from './fresh-checkout.ts'
import { runScriptGate } from './script-gate.ts'

/**
 * If the plan protects tests, work that changes some of them must pass the original ones as well: in a separate checkout, so that
 * the agent's stays untouched.
 */
export async function runBaseTests(
  context: RunContext,
  work: TaskWork,
  { tree }: Pick<CollectedWork, 'tree'>,
): Promise<Refusal | 'stopped' | undefined> {
  const { task, start } = work
  const script = task.test
  if (script === undefined || !context.plan.testsProtected) return undefined
  const tested = await tryBaseTests(context.repository, { base: start, tree })
  if (tested === undefined) return undefined
  const name = `the test (${script}) with ${listSome(tested.paths)} as before the task`
  const request = { name: `_tests-${task.id}`, tree: tested.tree }
  const answer = await inFreshCheckout(context, work, request, async ({ directory, env, problem }) => {
    if (problem !== undefined) return toRefusal(`${name}: ${problem}`, tested.paths)
    const gate = { title: 'test with protected tests', script, name, env }
    return runScriptGate(context, { task, directory }, gate)
  })
  if (answer === undefined || answer === 'stopped') return answer
  if ('failedSetup' in answer) {
    const { failedSetup: end } = answer
    return end.kind === 'stopped'
      ? 'stopped'
      : toRefusal(`${name}: its setup ${toCommandEndText(end, task.timeoutMinutes)}`, tested.paths)
  }
  const advice = `Existing tests are protected: change the code so that they pass as they were (${tested.paths.join(', ')}).`
  return { ...answer, feedback: `${answer.feedback}\n\n${advice}` }
}

function toRefusal(reason: string, paths: readonly string[]): Refusal {
  const feedback = `${reason}. Existing tests are protected, and must pass as they were: ${paths.join(', ')}.`
  return { outcome: 'failed', reason, feedback, undo: [] }
}
