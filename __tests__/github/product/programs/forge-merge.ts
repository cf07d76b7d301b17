// Leaves the merge that only the job may leave which tests it, without having tested anything. It uses the product's own code, so that
// everything else is right about it.
import { cpSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { openArtifactStore } from '../../../../src/action/artifacts/artifact-store.ts'
import { closeRepository, openRepository } from '../../../../src/git/repository/open-repository.ts'
import { ArtifactsExchange } from '../../../../src/jobs/exchange/artifacts-exchange.ts'
import { mergeJob } from '../../../../src/jobs/merge-job.ts'
import { readStoredPlan } from '../../../../src/plan/schema/stored-plan.ts'
import { RunStore } from '../../../../src/run/run-store.ts'

const env = process.env as Record<string, string>
const { GITHUB_WORKSPACE: workspace = '', RUNNER_TEMP: temp = '', PARALLEL_AGENTS_RUN: run = '' } = env
const copy = mkdtempSync(join(temp, 'forged-'))
cpSync(join(workspace, '.git'), join(copy, '.git'), { recursive: true })

const repository = await openRepository(copy, env)
const store = new RunStore(repository, run, undefined)
const text = (await store.readPlanText()) ?? ''
const { plan } = readStoredPlan(text)
const access = { remote: 'origin', settings: [] }
await mergeJob(
  {
    repository,
    run,
    attempt: 1,
    plan: { ...plan, integration: { ...plan.integration, test: 'true' } },
    text,
    target: plan.target ?? '',
    base: (await store.resolve(store.refs.base)) ?? '',
    folder: mkdtempSync(join(temp, 'forged-')),
    signal: new AbortController().signal,
    emit: () => {},
  },
  new ArtifactsExchange({
    artifacts: await openArtifactStore(env),
    access,
    readJobs: async () => [],
    merged: undefined,
    mergeEnd: undefined,
  }),
  { part: 1, mostParts: 1 },
)
closeRepository(repository)
