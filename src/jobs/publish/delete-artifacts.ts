import { toArtifactPrefix, tryReadArtifactName } from '../handover/artifact-name.ts'
import { TransportError } from '../transport/transport.ts'
import type { PublishRequest } from './prepare-publication.ts'

/** Frees the storage of a run: all of it is on refs by now, where later attempts find it, too. */
export async function deleteArtifacts({ collected, exchange }: PublishRequest): Promise<void> {
  if (exchange.kind !== 'artifacts') return
  const { artifacts } = exchange
  try {
    const prefix = toArtifactPrefix(collected.run)
    const names = (await artifacts.list()).filter(name => name.startsWith(prefix))
    // What says whose handovers they are goes last: without it, those that a crash leaves would be refused.
    const isHandover = (name: string) => tryReadArtifactName(name) !== undefined
    const others = names.filter(name => !isHandover(name))
    for (const name of [...names.filter(isHandover), ...others]) await artifacts.remove(name)
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
    collected.emit({ kind: 'notice', text: `artifacts stay until they expire: ${error.message}` })
  }
}
