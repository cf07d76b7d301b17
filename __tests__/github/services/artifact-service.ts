import type { ServerResponse } from 'node:http'
import type { Artifact, ArtifactStore, RuntimeIdentity } from './artifact-store.ts'
import { type Responder, readJson, sendJson } from './http.ts'

/** What Twirp answers: a body, or an error with its code. */
type Answer =
  | { readonly kind: 'ok'; readonly body: object }
  | { readonly kind: 'error'; readonly status: number; readonly code: string; readonly text: string }

interface Call {
  readonly store: ArtifactStore
  readonly identity: RuntimeIdentity
  readonly body: Record<string, unknown>
  /** Address of the server, for signed URLs. */
  readonly origin: string
}

const methods: Readonly<Record<string, (call: Call) => Answer>> = {
  CreateArtifact: createArtifact,
  FinalizeArtifact: finalizeArtifact,
  ListArtifacts: listArtifacts,
  GetSignedArtifactURL: signArtifact,
  DeleteArtifact: deleteArtifact,
}

/** The artifact service (v4) that `@actions/artifact` talks Twirp to, with `ACTIONS_RUNTIME_TOKEN`. */
export function toArtifactResponder(store: ArtifactStore): Responder {
  return async (request, response, url) => {
    const match = /^\/twirp\/github\.actions\.results\.api\.v1\.ArtifactService\/(\w+)$/.exec(url.pathname)
    const method = methods[match?.[1] ?? '']
    if (method === undefined) return false
    const identity = store.tryFindIdentity((request.headers.authorization ?? '').replace(/^bearer /i, ''))
    const body = await readJson(request)
    const origin = `http://${request.headers.host}`
    send(
      response,
      identity === undefined
        ? refuse(401, 'unauthenticated', 'invalid token')
        : (requireOwnRun(identity, body) ?? method({ store, identity, body, origin })),
    )
    return true
  }
}

function requireOwnRun(identity: RuntimeIdentity, body: Record<string, unknown>): Answer | undefined {
  const run = body.workflowRunBackendId ?? body.workflow_run_backend_id
  return String(run) === String(identity.runId)
    ? undefined
    : refuse(403, 'permission_denied', 'the token is for another run')
}

function send(response: ServerResponse, answer: Answer): void {
  if (answer.kind === 'ok') sendJson(response, 200, answer.body)
  else sendJson(response, answer.status, { code: answer.code, msg: answer.text })
}

function ok(body: object): Answer {
  return { kind: 'ok', body }
}

function refuse(status: number, code: string, text: string): Answer {
  return { kind: 'error', status, code, text }
}

function createArtifact({ store, identity, body, origin }: Call): Answer {
  const mimeType = String(body.mime_type ?? body.mimeType ?? 'application/zip')
  const artifact = store.tryCreate(identity, String(body.name), mimeType)
  if (artifact === undefined)
    return refuse(409, 'already_exists', 'an artifact with this name already exists on the workflow run')
  const expiresAt = body.expires_at ?? body.expiresAt
  if (expiresAt !== undefined) artifact.expiresAt = String(expiresAt)
  return ok({ ok: true, signed_upload_url: toUrl(origin, artifact) })
}

function finalizeArtifact({ store, identity, body }: Call): Answer {
  const artifact = store.tryFind(identity.runId, String(body.name))
  if (artifact === undefined) return notFound()
  if (Number(body.size) !== artifact.content.length) {
    return refuse(400, 'invalid_argument', `expected ${artifact.content.length} bytes, not ${body.size}`)
  }
  artifact.isFinal = true
  artifact.digest = body.hash === undefined ? undefined : String(body.hash)
  return ok({ ok: true, artifact_id: String(artifact.id) })
}

function listArtifacts({ store, identity, body }: Call): Answer {
  const name = body.name_filter ?? body.nameFilter
  const id = body.id_filter ?? body.idFilter
  const found = store
    .list(identity.runId)
    .filter(artifact => name === undefined || name === artifact.name)
    .filter(artifact => id === undefined || String(id) === String(artifact.id))
  return ok({ artifacts: found.map(toListed) })
}

function toListed(artifact: Artifact): object {
  return {
    workflow_run_backend_id: String(artifact.runId),
    workflow_job_run_backend_id: artifact.jobId,
    database_id: String(artifact.id),
    name: artifact.name,
    size: String(artifact.content.length),
    created_at: artifact.createdAt,
    ...(artifact.digest === undefined ? {} : { digest: artifact.digest }),
  }
}

function signArtifact({ store, identity, body, origin }: Call): Answer {
  const artifact = store.tryFind(identity.runId, String(body.name))
  return artifact?.isFinal ? ok({ name: artifact.name, signed_url: toUrl(origin, artifact) }) : notFound()
}

function deleteArtifact({ store, identity, body }: Call): Answer {
  const artifact = store.tryFind(identity.runId, String(body.name))
  if (artifact === undefined) return notFound()
  store.delete(artifact)
  return ok({ ok: true, artifact_id: String(artifact.id) })
}

function notFound(): Answer {
  return refuse(404, 'not_found', 'no such artifact')
}

/** Account, container and blob in the path, as the storage client expects of an address without a name. */
export function toUrl(origin: string, artifact: Artifact): string {
  return `${origin}/blobs/artifacts/${artifact.id}?sig=${artifact.signature}`
}
