import { platform } from 'node:os'
import { dirname } from 'node:path'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Plan } from '../../model/plan.ts'
import { toSandboxChoice } from '../../run/opening/open-context.ts'
import { findMachinePlaces } from '../../run/sandboxing/machine-places.ts'
import { openBubblewrap, openSandbox } from '../../sandbox/sandbox.ts'
import type { Step } from '../step/step.ts'
import { allowUserNamespaces, tryInstallPrograms } from './install-sandbox.ts'
import { closeRunnerSecrets } from './runner-secrets.ts'

/**
 * Prepares the runner for the sandbox before agents start: bubblewrap, or users of their own, from whom files of the runner are
 * closed during the step. If there is neither, it says so once.
 */
export async function prepareSandbox(
  { inputs, env, log, closedFiles }: Pick<Step, 'inputs' | 'env' | 'log' | 'closedFiles'>,
  repository: Repository,
  plan: Pick<Plan, 'sandbox' | 'agents'>,
): Promise<void> {
  if (platform() !== 'linux' || toSandboxChoice(repository.env, plan) === 'none') return
  const mayInstall = inputs.installSandbox && env.RUNNER_ENVIRONMENT !== 'self-hosted'
  const failure = mayInstall ? await tryInstallPrograms(env) : undefined
  if (await hasBubblewrap(env, mayInstall)) return
  if (process.getuid?.() === 0) closeRunnerSecrets(closedFiles, env, repository)
  const around = dirname(repository.root)
  const sandbox = await openSandbox('auto', () => findMachinePlaces(repository, plan, around))
  if (sandbox.kind !== 'none') return
  closedFiles.restore()
  const tried = failure === undefined ? '' : `; installing it failed: ${failure}`
  const text = `agents, setup and tests can read and change everything that this job can: ${sandbox.reason}${tried}`
  log.warn('No sandbox', text)
}

/** Allows namespaces only if they turn out to be denied. */
async function hasBubblewrap(env: Step['env'], mayInstall: boolean): Promise<boolean> {
  if ((await openBubblewrap()).kind === 'bubblewrap') return true
  if (!mayInstall) return false
  await allowUserNamespaces(env)
  return (await openBubblewrap()).kind === 'bubblewrap'
}
