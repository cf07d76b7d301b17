import { resolve } from 'node:path'
import { closeRepository, openRepository, type Repository } from '../../git/repository/open-repository.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { toGitEnvironment, toJobEnvironment } from '../inputs/job-environment.ts'
import type { Step } from './step.ts'

/** The base folder for relative paths of inputs. */
export function toWorkingFolder({ inputs, env }: Step): string {
  return resolve(env.GITHUB_WORKSPACE || '.', inputs.workingDirectory)
}

/** Opens the checked-out repository for a piece of work. Commands in worktrees see only the permitted part of the environment. */
export async function withStepRepository<T>(
  step: Step,
  work: (repository: Repository) => Promise<T>,
): Promise<T> {
  const opened = await openRepository(toWorkingFolder(step), toGitEnvironment(step.env)).catch(error => {
    throw toCheckoutError(error)
  })
  const repository = { ...opened, ...toJobEnvironment(step.env, step.inputs.env) }
  try {
    return await work(repository)
  } finally {
    closeRepository(opened)
  }
}

function toCheckoutError(error: unknown): unknown {
  if (error instanceof RefusedError && /dubious ownership/.test(error.message))
    return new RefusedError(
      `${error.message}\nIn a container, the checkout belongs to another user than that of the steps. Before this step, write:\n    - run: git config --global --add safe.directory "$GITHUB_WORKSPACE"`,
      { cause: error },
    )
  if (!(error instanceof RefusedError) || !/not in a git repository|there is no folder/.test(error.message))
    return error
  return new RefusedError(
    `${error.message}\nIn a workflow, check the repository out before this step:\n    - uses: actions/checkout@v5`,
    { cause: error },
  )
}
