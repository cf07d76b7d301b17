import { join } from 'node:path'
import type { RemoteAccess } from '../../git/remote/remote-access.ts'
import { RunStore } from '../../run/run-store.ts'
import { type ArtifactName, toArtifactName, toLatestArtifacts } from '../handover/artifact-name.ts'
import { artifactBytes, handoverLimits } from '../handover/limits.ts'
import { type Handover, type HandoverAnswer, type Intake, readHandovers } from '../handover/read-handovers.ts'
import { ArtifactNotes } from '../transport/artifact-notes.ts'
import { ArtifactShelf } from '../transport/artifact-shelf.ts'
import type { ArtifactStore } from '../transport/artifact-store.ts'
import { areNamed, hasSucceeded, type JobSpan } from '../transport/job-spans.ts'
import { Provenance } from '../transport/provenance.ts'
import { RefsTransport } from '../transport/refs-transport.ts'
import { TransportError } from '../transport/transport.ts'
import type { CollectedRun } from './collected-run.ts'

/** Parallel downloads. */
const parallel = 8

export interface ArtifactSources {
  readonly artifacts: ArtifactStore
  /** Where lanes push if artifacts are refused, and where the run may already be published. */
  readonly access: RemoteAccess
  /**
   * All jobs of the workflow run so far; none if they are unknown.
   *
   * @throws TransportError If GitHub does not say.
   */
  readJobs(): Promise<readonly JobSpan[]>
}

/** Imports the handovers of all tasks, each from its latest attempt. A refused one does not affect others. */
export async function takeArtifacts(
  collected: CollectedRun,
  { artifacts, access, readJobs }: ArtifactSources,
): Promise<Intake> {
  const { run, attempt, repository, base, folder } = collected
  const known = new Set(collected.plan.tasks.map(({ id }) => id))
  const named = toLatestArtifacts(await artifacts.list(), { run, attempt })
  const latest = named.filter(({ task }) => known.has(task)) // others are not downloaded: a job could leave very many
  const notices = await takePushed(collected, access, latest)
  const fetched: Fetched[] = []
  for (let at = 0; at < latest.length; at += parallel) {
    const batch = latest.slice(at, at + parallel)
    fetched.push(...(await Promise.all(batch.map(name => tryDownload(artifacts, folder, name)))))
  }
  const { jobs, complaints } = await tryJobs(readJobs)
  const provenance = await readProvenance(collected, artifacts, toTelling(latest, jobs))
  const handovers: Handover[] = []
  const lost: Refused[] = []
  for (const one of fetched) {
    const reason = one.reason ?? (await provenance.tryProblem(one.name, one.folder))
    const { task, attempt } = one.name
    if (reason === undefined) handovers.push({ task, attempt, folder: one.folder })
    else lost.push({ kind: 'refused', task, reason })
  }
  const intake = await readHandovers(repository, { run, start: base, handovers, limits: handoverLimits })
  const gone = await listGone(collected, latest, jobs)
  return {
    answers: [...intake.answers, ...lost, ...gone],
    notices: [...notices, ...complaints, ...intake.notices],
  }
}

/** The tasks of successful jobs whose handovers are not there, nor published before. */
async function listGone(
  { repository, run, plan }: CollectedRun,
  latest: readonly ArtifactName[],
  jobs: readonly JobSpan[],
): Promise<HandoverAnswer[]> {
  const ids = plan.tasks.map(({ id }) => id)
  if (!areNamed(ids, jobs)) return []
  const results = await new RunStore(repository, run, plan.branch).readResults(ids)
  const there = new Set([...results.keys(), ...latest.map(({ task }) => task)])
  const reason =
    'its job succeeded, but its artifact is gone: it has expired, or an agent of another job has deleted it. Choose "Re-run all jobs"'
  return ids
    .filter(task => !there.has(task) && hasSucceeded(task, jobs))
    .map(task => ({ kind: 'gone', task, reason }))
}

/** Where names of jobs do not say which tasks they do, one may have the name of a task by chance: then none counts. */
function toTelling(latest: readonly ArtifactName[], jobs: readonly JobSpan[]): readonly JobSpan[] {
  const tasks = latest.map(({ task }) => task)
  return areNamed(tasks, jobs) ? jobs : []
}

async function tryJobs(
  readJobs: ArtifactSources['readJobs'],
): Promise<{ jobs: readonly JobSpan[]; complaints: readonly string[] }> {
  try {
    return { jobs: await readJobs(), complaints: [] }
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
    return { jobs: [], complaints: [error.message] }
  }
}

/** Imports tasks without an artifact from refs of the remote. Returns notices for people. */
async function takePushed(
  { run, attempt, repository, plan }: CollectedRun,
  access: RemoteAccess,
  latest: readonly ArtifactName[],
): Promise<string[]> {
  const named = new Set(latest.map(({ task }) => task))
  const missing = plan.tasks.map(({ id }) => id).filter(id => !named.has(id))
  if (missing.length === 0) return []
  const published = { attempt: attempt - 1 }
  const refs = new RefsTransport({ repository, run, attempt, access, branch: plan.branch, published })
  try {
    const arrivals = await refs.take(missing)
    return arrivals.flatMap(answer =>
      answer.kind === 'refused' ? [`the push of ${answer.task} is refused: ${answer.reason}`] : [],
    )
  } catch (error) {
    if (error instanceof TransportError) return [`tasks without an artifact ${error.message}`]
    throw error
  }
}

function readProvenance(
  { run, attempt, folder }: CollectedRun,
  artifacts: ArtifactStore,
  jobs: readonly JobSpan[],
): Promise<Provenance> {
  const shelf = new ArtifactShelf(artifacts)
  const notes = new ArtifactNotes({ run, attempt, shelf, folder: join(folder, 'notes') })
  return Provenance.read({ run, notes, artifacts, jobs })
}

type Refused = Extract<Intake['answers'][number], { kind: 'refused' }>

interface Fetched {
  readonly name: ArtifactName
  readonly folder: string
  /** Why it could not be downloaded. */
  readonly reason: string | undefined
}

async function tryDownload(artifacts: ArtifactStore, folder: string, name: ArtifactName): Promise<Fetched> {
  const own = join(folder, 'handovers', name.task)
  try {
    await artifacts.download(toArtifactName(name), own, artifactBytes)
    return { name, folder: own, reason: undefined }
  } catch (error) {
    // The others can still be imported.
    const reason = `its artifact could not be downloaded: ${(error as Error).message}`
    return { name, folder: own, reason }
  }
}
