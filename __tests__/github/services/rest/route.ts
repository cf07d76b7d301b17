import type { WorkflowRun } from '../../runner/workflow-run.ts'
import type { Level } from '../../workflow/permissions.ts'
import type { ArtifactStore } from '../artifact-store.ts'
import type { Repository } from '../repository.ts'
import type { AccessToken } from '../token-registry.ts'

/** What the API knows besides repositories. */
export interface ApiServices {
  readonly artifacts: ArtifactStore
  readonly runs: readonly WorkflowRun[]
  /** Starts every workflow of the default branch that waits for this `repository_dispatch`. */
  sendRepositoryEvent(repository: Repository, type: string, payload: object, login: string): Promise<unknown>
  /** `http://127.0.0.1:…` */
  readonly origin: string
  /** For links that people follow. */
  readonly serverUrl: string
}

/** A request that was let through. */
export interface ApiRequest {
  readonly services: ApiServices
  readonly repository: Repository
  readonly token: AccessToken | undefined
  /** Named parts of the path. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
}

export interface ApiAnswer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Below `/repos/{owner}/{repo}`. A part `:name` is one segment, `*name` the rest. */
  readonly path: string
  /** One of these permissions is enough. */
  readonly permissions: readonly string[]
  readonly level: Level
  answer(request: ApiRequest): Promise<ApiAnswer> | ApiAnswer
}

/** What the API answers instead. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly errors: readonly object[] | undefined

  constructor(status: number, message: string, errors?: readonly object[]) {
    super(message)
    this.status = status
    this.errors = errors
  }
}

export function ok(body: unknown): ApiAnswer {
  return { status: 200, body }
}

export function created(body: unknown): ApiAnswer {
  return { status: 201, body }
}

export function invalid(resource: string, field: string, message: string): ApiError {
  return new ApiError(422, 'Validation Failed', [{ resource, field, code: 'custom', message }])
}

/** A text of the body. Throws 422 when it is missing or something else. */
export function requireText(body: ApiRequest['body'], field: string): string {
  const value = body[field]
  if (typeof value !== 'string' || value === '') {
    throw new ApiError(422, `Invalid request.\n\n"${field}" wasn't supplied.`)
  }
  return value
}
