import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ArtifactClient } from '@actions/artifact'
import { type ArtifactStore, DamagedArtifactError, type Making } from '../../jobs/transport/artifact-store.ts'
import { TransportError, TransportRefusedError } from '../../jobs/transport/transport.ts'
import type { Environment } from '../../model/plan.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { enterpriseServerAdvice, isEnterpriseServer } from '../github/is-enterprise-server.ts'
import { type MadeArtifact, readArtifactMakers } from './artifact-makers.ts'
import { unpackZip } from './unpack-zip.ts'

const mostFiles = 10_000

/** Artifacts are only needed until the run is published, or its failed jobs are rerun. */
const retentionDays = 5

/** Errors that the client does not retry, with their status. */
const isFinal = /non-retryable error|storage quota has been hit|not currently supported on GHES/

/** The artifacts of this workflow run. The client is large, so it is loaded only when needed. */
export async function openArtifactStore(env: Environment): Promise<ArtifactStore> {
  if (isEnterpriseServer(env)) throw new RefusedError(enterpriseServerAdvice)
  if (!env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_RESULTS_URL)
    throw new RefusedError(
      'this job has no artifact service to exchange work with other jobs. To push branches and results instead, write:\n    push: true',
    )
  const { DefaultArtifactClient } = await import('@actions/artifact')
  return new WorkflowArtifacts(new DefaultArtifactClient(), env)
}

class WorkflowArtifacts implements ArtifactStore {
  private readonly client: ArtifactClient
  private readonly env: Environment
  private readonly temp: string
  /** The ids of those that were downloaded last, by name. */
  private readonly downloaded = new Map<string, string>()

  constructor(client: ArtifactClient, env: Environment) {
    this.client = client
    this.env = env
    this.temp = env.RUNNER_TEMP || tmpdir()
  }

  async upload(name: string, files: readonly string[], root: string): Promise<'stored' | 'exists'> {
    try {
      await this.client.uploadArtifact(name, [...files], root, { retentionDays })
      return 'stored'
    } catch (error) {
      const { message } = error as Error
      if (/\(409\)/.test(message)) return 'exists'
      if (isFinal.test(message))
        throw new TransportRefusedError(`${name} could not be uploaded: ${message}`, { cause: error })
      throw toTransportError(`${name} could not be uploaded`, error)
    }
  }

  async remove(name: string): Promise<void> {
    try {
      await this.client.deleteArtifact(name)
    } catch (error) {
      throw toTransportError(`${name} could not be deleted`, error)
    }
  }

  async list(): Promise<readonly string[]> {
    try {
      return (await this.client.listArtifacts()).artifacts.map(artifact => artifact.name)
    } catch (error) {
      throw toTransportError('artifacts could not be listed', error)
    }
  }

  async readMakers(): Promise<ReadonlyMap<string, Making>> {
    try {
      const made = await readArtifactMakers(this.env)
      const makers = made.flatMap(one =>
        one.job === undefined ? [] : [[one.name, { job: this.toMaker(one), at: one.at }] as const],
      )
      return new Map(makers)
    } catch (error) {
      throw toTransportError('the jobs that artifacts are from could not be read', error)
    }
  }

  /** Who uploaded what took the place of an artifact that was downloaded has not uploaded that. */
  private toMaker({ name, id, job = '' }: MadeArtifact): string {
    const downloaded = this.downloaded.get(name)
    return downloaded === undefined || downloaded === id ? job : `${job}, which replaced it`
  }

  async download(name: string, folder: string, mostBytes: number): Promise<void> {
    const place = await mkdtemp(join(this.temp, 'artifact-'))
    try {
      const archive = await this.fetchArchive(name, place, mostBytes)
      await unpackZip(archive, folder, { files: mostFiles, bytes: mostBytes })
    } finally {
      await rm(place, { recursive: true, force: true })
    }
  }

  /** Downloads the archive itself: the client would unpack it without limits. */
  private async fetchArchive(name: string, place: string, mostBytes: number): Promise<string> {
    try {
      const { artifact } = await this.client.getArtifact(name)
      if (artifact.size > mostBytes)
        throw new DamagedArtifactError(`it is too large: ${artifact.size} bytes, more than ${mostBytes}`)
      const expected = artifact.digest === undefined ? {} : { expectedHash: artifact.digest }
      const options = { path: place, skipDecompress: true, ...expected }
      const { digestMismatch } = await this.client.downloadArtifact(artifact.id, options)
      if (digestMismatch) throw new Error('the download does not match its digest')
      this.downloaded.set(name, String(artifact.id))
      const [file] = await readdir(place)
      if (file === undefined) throw new Error('nothing arrived')
      return join(place, file)
    } catch (error) {
      if (error instanceof DamagedArtifactError) throw error
      throw toTransportError(`${name} could not be downloaded`, error)
    }
  }
}

function toTransportError(what: string, error: unknown): TransportError {
  return new TransportError(`${what}: ${(error as Error).message}`, { cause: error })
}
