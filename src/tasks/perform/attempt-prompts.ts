import type { SessionSlot } from '../../agents/acp/session-slot.ts'
import { losesToolsAsCommand, takesTools } from '../../agents/agent-way.ts'
import { toContinuePrompt, toNextTask } from '../../agents/prompts/continuation.ts'
import type { Agent, TaskId } from '../../model/plan.ts'
import type { TaskResult } from '../../model/task-result.ts'
import type { RunContext } from '../../run/run-context.ts'
import { type TaskWork, toInterruptedWork } from '../work/task-work.ts'
import type { AttemptStart } from './attempt.ts'
import { composeTaskPrompt } from './task-prompt.ts'
import { readToolFacts } from './tool-facts.ts'

export interface PromptSources {
  readonly results: ReadonlyMap<TaskId, TaskResult>
  /** A commit with the work of an earlier attempt. */
  readonly kept: string | undefined
  readonly slot: SessionSlot
}

/** The prompt of the next attempt, for who plans it. */
export function composeForPlanner(
  context: RunContext,
  work: TaskWork,
  { results, kept }: Pick<PromptSources, 'results' | 'kept'>,
): Promise<string> {
  const interrupted = toInterruptedWork(work, kept)
  return composeTaskPrompt(context, work, { results, interrupted, role: undefined, hasTools: false })
}

/** The prompt of the next attempt, and the facts for its tools. */
export async function composeAttemptPrompts(
  context: RunContext,
  work: TaskWork,
  agent: Agent,
  { results, kept, slot }: PromptSources,
): Promise<Omit<AttemptStart, 'agent' | 'reservation'>> {
  const { task } = work
  const isBare = losesToolsAsCommand(agent)
  const hasTools = takesTools(agent, context.repository.env) && !(isBare && slot.unfit.has(agent.name))
  const tools = hasTools ? await readToolFacts(context, task, results) : undefined
  const interrupted = toInterruptedWork(work, kept)
  const { role } = agent
  const facts = { results, interrupted, role, hasTools }
  const prompt = await composeTaskPrompt(context, work, facts)
  const commandPrompt =
    hasTools && isBare ? await composeTaskPrompt(context, work, { ...facts, hasTools: false }) : undefined
  if (work.continued !== undefined && slot.left !== undefined)
    return {
      tools,
      prompt,
      commandPrompt,
      continuation: toNextTask(prompt, work.continued, work.worktree.path),
    }
  return {
    tools,
    prompt,
    commandPrompt,
    continuation: toContinuePrompt({
      task,
      feedback: work.feedback.at(-1),
      interruptedWork: slot.left === undefined ? undefined : kept,
      reportFile: context.paths.task(task.id).report,
    }),
  }
}
