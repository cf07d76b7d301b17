import { join } from 'node:path'
import { QuarantineError } from '../../git/quarantine/quarantine-error.ts'
import type { TaskId } from '../../model/plan.ts'
import type { RunId } from '../../run/run-id.ts'
import { type ArtifactName, toArtifactName, tryReadArtifactName } from '../handover/artifact-name.ts'
import { toHandoverFiles } from '../handover/handover-files.ts'
import { isSigned } from '../handover/harness-key.ts'
import { findOrigin, type LaneClaim, type TaskDelivery, tryClaimProblem } from '../handover/lane-claims.ts'
import { handoverLimits } from '../handover/limits.ts'
import { readStart, withPlainFile } from '../handover/read-file.ts'
import type { ArtifactNotes, NamedNote } from './artifact-notes.ts'
import type { ArtifactStore } from './artifact-store.ts'

const signatureBytes = 200

/** What is known of where artifacts of a run are from, as of now. */
export class Provenance {
  private readonly claims: readonly LaneClaim[]
  private readonly makers: ReadonlyMap<string, string>
  private readonly left: readonly TaskDelivery[]

  private constructor(claims: readonly LaneClaim[], makers: ReadonlyMap<string, string>, run: RunId) {
    this.claims = claims
    this.makers = makers
    this.left = [...makers].flatMap(([name, maker]) => {
      const read = tryReadArtifactName(name)
      return read === undefined || read.run !== run ? [] : [{ ...read, maker }]
    })
  }

  /** Jobs are asked for last: what was downloaded before has not been replaced since, or counts as another job's. */
  static async read(run: RunId, notes: ArtifactNotes, artifacts: ArtifactStore): Promise<Provenance> {
    const announced = await notes.readClaims()
    const makers = await artifacts.readMakers()
    const claims = announced.map(({ artifact, ...claim }) => ({ ...claim, maker: makers.get(artifact) }))
    return new Provenance(claims, makers, run)
  }

  /** Why a handover is not from the process that does the lane of its task; undefined: it is. */
  async tryProblem(name: ArtifactName, folder: string): Promise<string | undefined> {
    const { task, attempt } = name
    const maker = this.makers.get(toArtifactName(name))
    const origin = findOrigin({ task, attempt, maker }, this.claims, this.left)
    if (origin.kind === 'foreign') return origin.reason
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
    const maker = this.makers.get(artifact)
    const claim = this.claims.find(one => one.lane === lane && one.attempt === attempt && one.maker === maker)
    if (claim === undefined || claim.key === null || tryClaimProblem(claim, this.claims) !== undefined)
      return undefined
    return isSigned(text, proof ?? '', claim.key) ? claim.tasks : undefined
  }
}
