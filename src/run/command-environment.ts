import { withoutSessionMarks } from '../agents/session-marks.ts'
import type { Environment, Task, TaskId } from '../model/plan.ts'
import type { RunContext } from './run-context.ts'

type MarkedContext = Pick<RunContext, 'run' | 'paths'>

/** The variables that identify a run's processes anywhere. */
export function toRunMarks({ run, paths }: MarkedContext): Environment {
  // If its own git directory is gone, git must not find that of the user's checkout above it. It also distinguishes
  // clones that work on one run on the same machine.
  return { PARALLEL_AGENTS_RUN: run, GIT_CEILING_DIRECTORIES: paths.worktrees }
}

/** The same for a task's processes: setup, agent, test. */
export function toTaskMarks(context: MarkedContext, task: TaskId): Environment {
  return { ...toRunMarks(context), PARALLEL_AGENTS_TASK: task }
}

/** There is no terminal: git and other programs must not ask for a text or a password. */
const unattended: Environment = {
  GIT_EDITOR: 'true',
  EDITOR: 'true',
  VISUAL: 'true',
  GIT_TERMINAL_PROMPT: '0',
}

/**
 * The environment of everything that runs in a checkout: setup, agents, tests.
 *
 * @param name The checkout.
 */
export function toCommandEnvironment(
  context: RunContext,
  name: string,
  ...more: readonly Environment[]
): Environment {
  const inherited = Object.entries(withoutSessionMarks(context.repository.env)).filter(
    ([name]) => !name.startsWith('PARALLEL_AGENTS_'),
  )
  return Object.assign(
    Object.fromEntries(inherited),
    unattended,
    context.plan.env,
    context.equipment.get(name)?.env,
    ...more,
    toRunMarks(context),
  )
}

/** The same for a task. */
export function toTaskEnvironment(
  context: RunContext,
  task: Task,
  start: string,
  agentEnv: Environment,
): Environment {
  return toCommandEnvironment(context, task.id, agentEnv, task.env, {
    ...toTaskMarks(context, task.id),
    PARALLEL_AGENTS_BASE: start,
  })
}
