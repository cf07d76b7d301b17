import { platform } from 'node:os'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Plan } from '../../model/plan.ts'
import { toSandboxChoice } from '../../run/opening/open-context.ts'
import { openSandbox, type Sandbox } from '../../sandbox/sandbox.ts'
import type { Step } from '../step/step.ts'
import { allowUserNamespaces, tryInstallPrograms } from './install-sandbox.ts'

/** Prepares the runner for the sandbox before agents start; on failure, says once that there is none. */
export async function prepareSandbox(
  { inputs, env, log }: Pick<Step, 'inputs' | 'env' | 'log'>,
  { env: seen }: Pick<Repository, 'env'>,
  plan: Pick<Plan, 'sandbox'>,
): Promise<void> {
  if (platform() !== 'linux' || toSandboxChoice(seen, plan) === 'none') return
  const mayInstall = inputs.installSandbox && env.RUNNER_ENVIRONMENT !== 'self-hosted'
  const failure = mayInstall ? await tryInstallPrograms(env) : undefined
  const sandbox = await openOrAllow(env, mayInstall)
  if (sandbox.kind === 'none') log.warn('No sandbox', toWarning(sandbox, failure))
}

/** Allows namespaces only if they turn out to be denied. */
async function openOrAllow(env: Step['env'], mayInstall: boolean): Promise<Sandbox> {
  const sandbox = await openSandbox('auto')
  if (sandbox.kind !== 'none' || !mayInstall) return sandbox
  await allowUserNamespaces(env)
  return openSandbox('auto')
}

function toWarning({ reason }: Extract<Sandbox, { kind: 'none' }>, failure: string | undefined): string {
  const tried = failure === undefined ? '' : `; installing it failed: ${failure}`
  return `agents, setup and tests can read and change everything that this job can: ${reason}${tried}`
}
