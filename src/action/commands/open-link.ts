import type { Repository } from '../../git/repository/open-repository.ts'
import { ArtifactsExchange } from '../../jobs/exchange/artifacts-exchange.ts'
import { RefsExchange } from '../../jobs/exchange/refs-exchange.ts'
import type { Exchange } from '../../jobs/publish/exchange.ts'
import { ArtifactsTransport } from '../../jobs/transport/artifacts-transport.ts'
import { RefsTransport } from '../../jobs/transport/refs-transport.ts'
import type { Transport } from '../../jobs/transport/transport.ts'
import { openArtifactStore } from '../artifacts/artifact-store.ts'
import { tryOpenJobWatch } from '../github/github-job-watch.ts'
import { enterpriseServerAdvice, isEnterpriseServer } from '../github/is-enterprise-server.ts'
import { requireRemoteAccess, tryRemoteAccess } from '../github/remote-access.ts'
import type { PlannedRun } from '../planned/planned-run.ts'
import type { Step } from '../step/step.ts'

/** How a job with tasks gets from others what they did: by refs if it may push, else by artifacts. */
export async function openTransport(
  step: Step,
  repository: Repository,
  { run, attempt, base, plan }: PlannedRun,
): Promise<Transport> {
  const request = { repository, run, attempt, branch: plan.branch }
  if (step.inputs.push)
    return new RefsTransport({ ...request, access: requireRemoteAccess(step, repository) })
  const artifacts = await openArtifactStore(step.env)
  const access = tryRemoteAccess(step, repository)
  const published = { attempt: attempt - 1 }
  const refs = access === undefined ? undefined : new RefsTransport({ ...request, access, published })
  return new ArtifactsTransport({ ...request, start: base, artifacts, refs })
}

/** Warnings about servers where such jobs cannot reach each other. */
export function listLinkWarnings({ inputs, env }: Step): string[] {
  return !inputs.push && isEnterpriseServer(env) ? [enterpriseServerAdvice] : []
}

/** How a job without tasks gets the same: by refs if it may push, else by artifacts. */
export async function openExchange(step: Step, repository: Repository): Promise<Exchange> {
  const { push, merged, mergeEnd } = step.inputs
  const access = requireRemoteAccess(step, repository)
  if (push) return new RefsExchange(access)
  const artifacts = await openArtifactStore(step.env)
  const watch = await tryOpenJobWatch(step)
  const readJobs = async () => (await watch?.readSpans()) ?? []
  return new ArtifactsExchange({ artifacts, access, readJobs, merged, mergeEnd })
}
