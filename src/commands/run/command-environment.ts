import type { Environment, Task } from '../../plan/plan.ts'
import type { RunContext } from './run-context.ts'

/** The environment of everything that runs in a worktree: setup, agents, tests. */
export function toCommandEnvironment(context: RunContext, ...more: readonly Environment[]): Environment {
  const inherited = Object.entries(context.repository.env).filter(
    ([name]) => !name.startsWith('PARALLEL_AGENTS_'),
  )
  return Object.assign(
    Object.fromEntries(inherited),
    context.plan.env,
    ...more,
    // Where its own git directory is gone, git must not find that of the user's checkout above it.
    { GIT_CEILING_DIRECTORIES: context.paths.worktrees, PARALLEL_AGENTS_RUN: context.run },
  )
}

/** The same for what belongs to a task. */
export function toTaskEnvironment(
  context: RunContext,
  task: Task,
  start: string,
  agentEnv: Environment,
): Environment {
  return toCommandEnvironment(context, agentEnv, task.env, {
    PARALLEL_AGENTS_TASK: task.id,
    PARALLEL_AGENTS_BASE: start,
  })
}
