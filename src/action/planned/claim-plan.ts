import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toClaimName } from '../../jobs/handover/claim-name.ts'
import { TransportError, TransportRefusedError } from '../../jobs/transport/transport.ts'
import type { Plan } from '../../model/plan.ts'
import { openArtifactStore } from '../artifacts/artifact-store.ts'
import { isEnterpriseServer } from '../github/is-enterprise-server.ts'
import type { Step } from '../step/step.ts'

/**
 * Says by an artifact that this workflow run works on a plan and a target: jobs that may not write to the repository can leave one, and
 * jobs of other workflow runs can see it. Returns its name; undefined without artifacts.
 */
export async function tryClaimPlan(
  { env, inputs, log }: Step,
  plan: Plan,
  target: string,
): Promise<string | undefined> {
  if (inputs.dryRun || !hasArtifacts(env)) return undefined
  const name = toClaimName(plan, target)
  const folder = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), 'parallel-agents-'))
  try {
    const file = join(folder, 'claim.txt')
    await writeFile(file, `This workflow run works on the plan ${JSON.stringify(plan.name)} for ${target}.\n`)
    const artifacts = await openArtifactStore(env)
    await artifacts.upload(name, [file], folder)
    return name
  } catch (error) {
    if (!(error instanceof TransportError || error instanceof TransportRefusedError)) throw error
    log.line(`other runs of this plan cannot detect this one: ${error.message}`)
    return undefined
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Deletes the claim at the end of the run. A claim that remains ends with its workflow run. */
export async function releasePlan({ env }: Pick<Step, 'env'>, plan: Plan, target: string): Promise<void> {
  if (!hasArtifacts(env)) return
  try {
    const artifacts = await openArtifactStore(env)
    await artifacts.remove(toClaimName(plan, target))
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
  }
}

function hasArtifacts(env: Step['env']): boolean {
  return !isEnterpriseServer(env) && Boolean(env.ACTIONS_RUNTIME_TOKEN && env.ACTIONS_RESULTS_URL)
}
