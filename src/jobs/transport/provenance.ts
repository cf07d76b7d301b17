import { join } from 'node:path'
import { QuarantineError } from '../../git/quarantine/quarantine-error.ts'
import type { RunId } from '../../run/run-id.ts'
import { type ArtifactName, toArtifactName, tryReadArtifactName } from '../handover/artifact-name.ts'
import { toHandoverFiles } from '../handover/handover-files.ts'
import { isSigned } from '../handover/harness-key.ts'
import { findOrigin, type LaneClaim, type LeftForTask } from '../handover/lane-claims.ts'
import { handoverLimits } from '../handover/limits.ts'
import { readStart, withPlainFile } from '../handover/read-file.ts'
import type { ArtifactNotes } from './artifact-notes.ts'
import type { ArtifactStore } from './artifact-store.ts'

const signatureBytes = 200

/** What is known of where artifacts of a run are from, as of now. */
export class Provenance {
  private readonly claims: readonly LaneClaim[]
  private readonly makers: ReadonlyMap<string, string>
  private readonly left: readonly LeftForTask[]

  private constructor(claims: readonly LaneClaim[], makers: ReadonlyMap<string, string>, run: RunId) {
    this.claims = claims
    this.makers = makers
    this.left = [...makers].flatMap(([name, maker]) => {
      const read = tryReadArtifactName(name)
      return read === undefined || read.run !== run ? [] : [{ ...read, maker }]
    })
  }

  static async read(run: RunId, notes: ArtifactNotes, artifacts: ArtifactStore): Promise<Provenance> {
    const makers = await artifacts.readMakers()
    return new Provenance(await notes.readClaims(makers), makers, run)
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
      return 'it is not signed by the process that does its lane'
    } catch (error) {
      if (!(error instanceof QuarantineError)) throw error
      return error.message
    }
  }

  /** Whether a lane has said itself that it has ended. */
  isEnd(
    lane: string,
    attempt: number,
    artifact: string,
    signed: { readonly text: string; readonly by: string },
  ) {
    const maker = this.makers.get(artifact)
    const claim = this.claims.find(one => one.lane === lane && one.attempt === attempt && one.maker === maker)
    return claim?.key != null && isSigned(signed.text, signed.by, claim.key)
  }
}
