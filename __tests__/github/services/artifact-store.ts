import { randomBytes } from 'node:crypto'

/** What is sent to the blob storage and fetched from it. */
export interface Blob {
  readonly name: string
  readonly mimeType: string
  /** In the URL that it is sent to and fetched from. */
  readonly signature: string
  /** Blocks that were sent and are not yet in the content, by their ids. */
  readonly blocks: Map<string, Buffer>
  content: Buffer
}

/** What jobs of a run left for others. */
export interface Artifact extends Blob {
  readonly id: number
  readonly runId: number
  /** The job that made it, by the id in its token. */
  readonly jobId: string
  readonly createdAt: string
  /** As the job wants it; undefined: as the repository says. */
  expiresAt: string | undefined
  /** Others see it only then. */
  isFinal: boolean
  digest: string | undefined
}

/** Who uses the artifact service: a job of a run. */
export interface RuntimeIdentity {
  readonly runId: number
  readonly jobId: string
  /** Which caches it reaches; undefined: none. */
  readonly cache?: {
    readonly repository: string
    readonly ref: string
    readonly defaultRef: string
    readonly mode: 'none' | 'read' | 'write'
  }
}

/** All artifacts, and the tokens that jobs reach them with. */
export class ArtifactStore {
  private readonly artifacts: Artifact[] = []
  private made = 0
  private readonly tokens = new Map<string, RuntimeIdentity>()

  /** The same artifacts, for something else to happen to them. Tokens are not valid there. */
  copy(): ArtifactStore {
    const copy = new ArtifactStore()
    copy.made = this.made
    for (const artifact of this.artifacts)
      copy.artifacts.push({ ...artifact, blocks: new Map(artifact.blocks) })
    return copy
  }

  /** A token as the client expects it: a JWT that names the run and the job. */
  issueToken(identity: RuntimeIdentity): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const scope = `Actions.Results:${identity.runId}:${identity.jobId}`
    const token = `${part({ alg: 'none' })}.${part({ scp: scope })}.${randomBytes(24).toString('base64url')}`
    this.tokens.set(token, identity)
    return token
  }

  tryFindIdentity(token: string): RuntimeIdentity | undefined {
    return this.tokens.get(token)
  }

  revokeToken(token: string): void {
    this.tokens.delete(token)
  }

  /** Undefined when the run has one of this name already. */
  tryCreate(identity: RuntimeIdentity, name: string, mimeType: string): Artifact | undefined {
    if (this.tryFind(identity.runId, name) !== undefined) return undefined
    this.made += 1
    const artifact: Artifact = {
      ...identity,
      id: this.made, // never that of one that was deleted
      name,
      mimeType,
      createdAt: new Date().toISOString(),
      expiresAt: undefined,
      signature: randomBytes(12).toString('hex'),
      blocks: new Map(),
      content: Buffer.alloc(0),
      isFinal: false,
      digest: undefined,
    }
    this.artifacts.push(artifact)
    return artifact
  }

  tryFind(runId: number, name: string): Artifact | undefined {
    return this.artifacts.find(artifact => artifact.runId === runId && artifact.name === name)
  }

  tryFindById(id: number): Artifact | undefined {
    return this.artifacts.find(artifact => artifact.id === id)
  }

  /** The finished artifacts of a run, in the order in which they were made. */
  list(runId: number): Artifact[] {
    return this.artifacts.filter(artifact => artifact.runId === runId && artifact.isFinal)
  }

  delete(artifact: Artifact): void {
    this.artifacts.splice(this.artifacts.indexOf(artifact), 1)
  }
}
