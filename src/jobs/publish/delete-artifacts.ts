import { toArtifactPrefix } from '../handover/artifact-name.ts'
import { TransportError } from '../transport/transport.ts'
import type { PublishRequest } from './prepare-publication.ts'

/** Frees the storage of a run: all of it is on refs by now, where later attempts find it, too. */
export async function deleteArtifacts({ collected, exchange }: PublishRequest): Promise<void> {
  if (exchange.kind !== 'artifacts') return
  const { artifacts } = exchange
  try {
    const names = await artifacts.list()
    const prefix = toArtifactPrefix(collected.run)
    for (const name of names) if (name.startsWith(prefix)) await artifacts.remove(name)
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
    collected.emit({ kind: 'notice', text: `artifacts stay until they expire: ${error.message}` })
  }
}
