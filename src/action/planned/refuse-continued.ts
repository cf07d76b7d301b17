import type { Repository } from '../../git/repository/open-repository.ts'
import { hasNextPart } from '../../jobs/continuation/next-part.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { tryRemoteAccess } from '../github/remote-access.ts'
import type { Step } from '../step/step.ts'
import type { PlannedRun } from './planned-run.ts'

/** Refuses a job that is redone although its run went on in another workflow run, which does the same tasks. */
export async function refuseContinued(
  step: Step,
  repository: Repository,
  { run, attempt }: Pick<PlannedRun, 'run' | 'attempt'>,
): Promise<void> {
  const access = attempt === 1 ? undefined : tryRemoteAccess(step, repository)
  if (access === undefined || !(await hasNextPart({ repository, run }, access, step.inputs.part))) return
  throw new RefusedError(
    `run ${run} continued in another workflow run (part ${step.inputs.part + 1}): choose "Re-run failed jobs" there`,
  )
}
