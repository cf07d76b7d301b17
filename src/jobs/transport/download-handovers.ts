import { join } from 'node:path'
import { type ArtifactName, toArtifactName } from '../handover/artifact-name.ts'
import { artifactBytes } from '../handover/limits.ts'
import type { Handover } from '../handover/read-handovers.ts'
import type { ArtifactShelf } from './artifact-shelf.ts'
import { DamagedArtifactError } from './artifact-store.ts'
import type { Provenance } from './provenance.ts'
import type { Arrival } from './transport.ts'

export interface Downloads {
  readonly arrived: readonly Handover[]
  readonly refused: readonly Arrival[]
}

interface DownloadRequest {
  readonly names: readonly ArtifactName[]
  /** Each gets a folder in it. */
  readonly folder: string
  /** Asked after all downloads: then nothing that was downloaded can have been replaced unnoticed. */
  readonly readProvenance: () => Promise<Provenance>
}

/** All or none: a task is only taken with what it builds on. */
export async function downloadHandovers(
  shelf: ArtifactShelf,
  { names, folder, readProvenance }: DownloadRequest,
): Promise<Downloads> {
  const fetched: Handover[] = []
  const refused: Arrival[] = []
  for (const name of names) {
    const { task, attempt } = name
    const place = join(folder, toArtifactName(name))
    try {
      await shelf.fetch(toArtifactName(name), place, artifactBytes)
      fetched.push({ task, attempt, folder: place })
    } catch (error) {
      if (!(error instanceof DamagedArtifactError)) throw error
      refused.push({ task, kind: 'refused', reason: error.message })
    }
  }
  if (fetched.length === 0) return { arrived: [], refused }
  const provenance = await readProvenance()
  const arrived: Handover[] = []
  for (const handover of fetched) {
    const name = names.find(({ task }) => task === handover.task) as ArtifactName
    const reason = await provenance.tryProblem(name, handover.folder)
    if (reason === undefined) arrived.push(handover)
    else refused.push({ task: handover.task, kind: 'refused', reason })
  }
  return { arrived, refused }
}
