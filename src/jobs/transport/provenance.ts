import { join } from 'node:path'
import { QuarantineError } from '../../git/quarantine/quarantine-error.ts'
import type { TaskId } from '../../model/plan.ts'
import type { RunId } from '../../run/run-id.ts'
import {
  type ArtifactName,
  isMergeTrialName,
  toArtifactName,
  tryReadArtifactName,
} from '../handover/artifact-name.ts'
import { toHandoverFiles } from '../handover/handover-files.ts'
import { isSigned } from '../handover/harness-key.ts'
import { findOrigin, type KnownMakers, tryClaimProblem } from '../handover/lane-claims.ts'
import { handoverLimits } from '../handover/limits.ts'
import { readStart, withPlainFile } from '../handover/read-file.ts'
import type { AnnouncedLane, ArtifactNotes, NamedNote } from './artifact-notes.ts'
import type { ArtifactStore, Making } from './artifact-store.ts'
import { isMadeOutside, type JobSpan } from './job-spans.ts'

const signatureBytes = 200

interface KnownArtifacts {
  readonly run: RunId
  readonly announced: readonly AnnouncedLane[]
  readonly makers: ReadonlyMap<string, Making>
  /** All jobs of the workflow run; none if that is unknown. */
  readonly jobs: readonly JobSpan[]
}

export interface ProvenanceRequest extends Pick<KnownArtifacts, 'run' | 'jobs'> {
  readonly notes: ArtifactNotes
  readonly artifacts: ArtifactStore
}

/** What is known of where artifacts of a run are from, as of now. */
export class Provenance {
  private readonly artifacts: KnownArtifacts
  private readonly announced: readonly AnnouncedLane[]
  private readonly known: KnownMakers

  private constructor(artifacts: KnownArtifacts) {
    const { run, announced, makers, jobs } = artifacts
    this.artifacts = artifacts
    // What an agent announces in place of a lane whose job has ended, or will only be started again, is from no job of that lane.
    this.announced = announced.filter(
      ({ artifact, tasks }) => !tasks.some(task => isMadeOutside(task, makers.get(artifact)?.at, jobs)),
    )
    this.known = {
      claims: this.announced.map(({ artifact, ...claim }) => ({
        ...claim,
        maker: makers.get(artifact)?.job,
      })),
      all: [...makers].flatMap(([name, { job: maker }]) => {
        const read = tryReadArtifactName(name)
        return read === undefined || read.run !== run ? [] : [{ ...read, maker }]
      }),
      mergers: new Set([...makers].filter(([name]) => isMergeTrialName(run, name)).map(([, { job }]) => job)),
    }
  }

  /** Jobs are asked for last: what was downloaded before has not been replaced since, or counts as another job's. */
  static async read({ run, notes, artifacts, jobs }: ProvenanceRequest): Promise<Provenance> {
    const announced = await notes.readClaims()
    const makers = await artifacts.readMakers()
    return new Provenance({ run, announced, makers, jobs })
  }

  /** Why a handover is not from the process that does the lane of its task; undefined: it is. */
  async tryProblem(name: ArtifactName, folder: string): Promise<string | undefined> {
    const { task, attempt } = name
    const { job: maker, at } = this.artifacts.makers.get(toArtifactName(name)) ?? {}
    const origin = findOrigin({ task, attempt, maker }, this.known)
    if (origin.kind === 'foreign') return origin.reason
    if (isMadeOutside(task, at, this.artifacts.jobs)) return 'it was left when no job of its lane worked'
    const files = toHandoverFiles(task)
    try {
      const manifest = await withPlainFile(
        join(folder, files.manifest),
        handoverLimits.manifestBytes,
        readStart,
      )
      const signature = await withPlainFile(join(folder, files.signature), signatureBytes, readStart)
      if (isSigned(manifest, signature.toString('latin1'), origin.key)) return undefined
      return 'it is not signed by the process that runs its lane'
    } catch (error) {
      if (!(error instanceof QuarantineError)) throw error
      return error.message
    }
  }

  /** The tasks of a lane that has said itself that it has ended; undefined: it was not that lane. */
  tryEndedTasks({ lane, attempt, artifact, proof }: NamedNote, text: string): readonly TaskId[] | undefined {
    const maker = this.artifacts.makers.get(artifact)?.job
    const { claims } = this.known
    const claim = claims.find(one => one.lane === lane && one.attempt === attempt && one.maker === maker)
    if (claim === undefined || claim.key === null || tryClaimProblem(claim, this.known) !== undefined)
      return undefined
    return isSigned(text, proof ?? '', claim.key) ? claim.tasks : undefined
  }

  /** Whether an artifact is from the job that has announced itself under an id, as far as the service says it. */
  isFrom(artifact: string, job: string): boolean {
    const { makers } = this.artifacts
    const maker = makers.get(artifact)?.job
    const announcers = this.announced.filter(one => one.job === job).map(one => makers.get(one.artifact)?.job)
    return maker === undefined || (announcers.length > 0 && announcers.every(one => one === maker))
  }
}
