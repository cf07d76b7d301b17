import type { CommandEnd } from '../agents/process/supervise.ts'
import { installDependencies } from '../checkouts/dependencies/install.ts'
import type { ObjectId } from '../git/objects/objects.ts'
import type { Repository } from '../git/repository/open-repository.ts'
import { createWorktree } from '../git/worktree/worktree.ts'
import type { Plan } from '../model/plan.ts'
import type { EmitEvent } from '../model/run-event.ts'
import { toCommandEnvironment } from '../run/command-environment.ts'
import { withRun } from '../run/opening/with-run.ts'
import type { RunContext } from '../run/run-context.ts'
import { removeTaskFolders } from '../tasks/work/task-folders.ts'
import { createRun } from './lane/create-run.ts'

export interface BaseInstallation {
  readonly repository: Repository
  readonly run: string
  readonly plan: Plan
  /** The plan as stored. */
  readonly text: string
  readonly target: string
  readonly base: ObjectId
  readonly signal: AbortSignal
  readonly emit: EmitEvent
}

export interface InstallationEnd {
  readonly end: CommandEnd
  readonly logPath: string
}

/** Begins with an underscore, unlike any task. */
const checkoutName = '_dependencies'

/** Installs the dependencies of a run's base into the store, in a checkout that no agent has used. */
export async function installBase(request: BaseInstallation): Promise<InstallationEnd> {
  const { repository, base, plan } = request
  await createRun(repository, request)
  const { maxParallel } = plan
  return withRun({ ...request, start: base, maxParallel, failFast: false }, context =>
    installIn(context, base).finally(() => removeTaskFolders(context, checkoutName)),
  )
}

async function installIn(context: RunContext, commit: ObjectId): Promise<InstallationEnd> {
  const { control, paths, plan, visibleRefs } = context
  const worktree = await createWorktree(control, {
    path: paths.worktree(checkoutName),
    stateFolder: paths.task(checkoutName).worktreeState,
    commit,
    branch: checkoutName,
    packedRefs: visibleRefs,
  })
  const logPath = paths.log(checkoutName)
  const { timeoutMinutes, stallMinutes } = plan.integration
  const script = { env: toCommandEnvironment(context, checkoutName), logPath, timeoutMinutes, stallMinutes }
  return { end: await installDependencies(context, { worktree, script }), logPath }
}
