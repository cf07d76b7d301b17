import { randomBytes } from 'node:crypto'
import type { ArtifactStore, Blob, RuntimeIdentity } from './artifact-store.ts'
import { type Responder, readJson, sendJson } from './http.ts'

interface CacheEntry extends Blob {
  readonly id: number
  readonly repository: string
  /** The full ref of the run that made it. */
  readonly ref: string
  readonly key: string
  readonly version: string
  isFinal: boolean
}

/** All caches of repositories. */
export class CacheStore {
  readonly entries: CacheEntry[] = []

  tryFindById(id: number): CacheEntry | undefined {
    return this.entries.find(entry => entry.id === id)
  }

  /** The names of the finished ones of a repository. */
  listKeys(repository: string): string[] {
    return this.entries
      .filter(entry => entry.repository === repository && entry.isFinal)
      .map(({ key }) => key)
  }

  /** That of the ref itself, or of the default branch. */
  tryFind({ repository, ref, defaultRef }: CacheScope, key: string, version: string): CacheEntry | undefined {
    const found = this.entries.filter(
      entry =>
        entry.repository === repository && entry.key === key && entry.version === version && entry.isFinal,
    )
    return found.find(entry => entry.ref === ref) ?? found.find(entry => entry.ref === defaultRef)
  }

  /** Undefined when the ref has it. */
  tryCreate({ repository, ref }: CacheScope, key: string, version: string): CacheEntry | undefined {
    const exists = this.entries.some(
      entry =>
        entry.repository === repository &&
        entry.ref === ref &&
        entry.key === key &&
        entry.version === version,
    )
    if (exists) return undefined
    const entry: CacheEntry = {
      id: this.entries.length + 1,
      repository,
      ref,
      key,
      version,
      name: 'cache',
      mimeType: 'application/octet-stream',
      signature: randomBytes(12).toString('hex'),
      blocks: new Map(),
      content: Buffer.alloc(0),
      isFinal: false,
    }
    this.entries.push(entry)
    return entry
  }
}

type CacheScope = NonNullable<RuntimeIdentity['cache']>

/** The cache service (v2) that `@actions/cache` talks Twirp to. The `cache-mode` of a job is in its token. */
export function toCacheResponder(tokens: ArtifactStore, caches: CacheStore): Responder {
  return async (request, response, url) => {
    const [, method] =
      /^\/twirp\/github\.actions\.results\.api\.v1\.CacheService\/(\w+)$/.exec(url.pathname) ?? []
    if (method === undefined) return false
    const scope = tokens.tryFindIdentity(
      (request.headers.authorization ?? '').replace(/^bearer /i, ''),
    )?.cache
    const body = await readJson(request)
    if (scope === undefined) sendJson(response, 401, { code: 'unauthenticated', msg: 'invalid token' })
    else
      sendJson(
        response,
        200,
        answer(caches, scope, { method, body, origin: `http://${request.headers.host}` }),
      )
    return true
  }
}

interface CacheCall {
  readonly method: string
  readonly body: Readonly<Record<string, unknown>>
  readonly origin: string
}

function answer(caches: CacheStore, scope: CacheScope, { method, body, origin }: CacheCall): object {
  const [key, version] = [String(body.key), String(body.version)]
  const toUrl = ({ id, signature }: CacheEntry) => `${origin}/blobs/caches/${id}?sig=${signature}`
  if (method === 'GetCacheEntryDownloadURL') {
    const entry = scope.mode === 'none' ? undefined : caches.tryFind(scope, key, version)
    return entry === undefined
      ? { ok: false }
      : { ok: true, signed_download_url: toUrl(entry), matched_key: key }
  }
  if (scope.mode !== 'write') return { ok: false, message: `cache write denied: ${scope.mode}` }
  if (method === 'CreateCacheEntry') {
    const entry = caches.tryCreate(scope, key, version)
    return entry === undefined
      ? { ok: false, message: 'it exists' }
      : { ok: true, signed_upload_url: toUrl(entry) }
  }
  const entry = caches.entries.find(
    one =>
      one.repository === scope.repository &&
      one.ref === scope.ref &&
      one.key === key &&
      one.version === version,
  )
  if (entry === undefined || entry.content.length !== Number(body.size_bytes))
    return { ok: false, message: 'not uploaded' }
  entry.isFinal = true
  return { ok: true, entry_id: String(entry.id) }
}
