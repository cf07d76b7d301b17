import type { ObjectId } from '../../git/objects/objects.ts'
import { tryGit } from '../../git/process/run-git.ts'
import { listRefs, tryResolve } from '../../git/refs/refs.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Plan } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { didYouMean } from '../../plan/schema/suggest.ts'

/** The branch that the work lands on, and its commit. */
export interface Target {
  readonly branch: string
  readonly commit: ObjectId
}

/** The plan's target, or the checked-out branch. Refuses impossible targets. */
export async function findTarget(repository: Repository, plan: Plan): Promise<Target> {
  const branch = plan.target ?? (await findCurrentBranch(repository))
  const commit = await tryResolve(repository, `refs/heads/${branch}^{commit}`)
  if (commit !== undefined) return { branch, commit }
  if ((await tryResolve(repository, 'HEAD')) === undefined) {
    throw new RefusedError(
      'this repository has no commits yet: create one with "git commit --allow-empty -m start"',
    )
  }
  const branches = (await listRefs(repository, ['refs/heads'])).map(ref =>
    ref.name.replace('refs/heads/', ''),
  )
  throw new RefusedError(`the target ${branch} is not a branch here${didYouMean(branch, branches)}`)
}

async function findCurrentBranch(repository: Repository): Promise<string> {
  const { code, stdout } = await tryGit(repository.place, ['symbolic-ref', '--quiet', 'HEAD'])
  if (code === 0) return stdout.trim().replace('refs/heads/', '')
  throw new RefusedError(
    'no branch is checked out (detached HEAD): check one out, or name the `target:` in the plan',
  )
}
