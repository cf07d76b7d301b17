import { realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { at, listAt, textAt } from '../output/json-at.ts'

/** The paths that an agent may edit. */
export interface EditPolicy {
  /** The checkout. */
  readonly directory: string
  /** A folder outside of it that the agent may also write to. */
  readonly exchange: string
  /** Why a file of the checkout must not be changed; undefined: it may. */
  readonly refusalOf: (path: string) => string | undefined
}

/** A tool that an agent wants to use, assembled from its updates about the call. */
export interface ToolCall {
  readonly title: string
  readonly kind: string
  /** Files that it would change. */
  readonly paths: readonly string[]
}

export type PermissionAnswer =
  | { readonly kind: 'allowed'; readonly option: string }
  | { readonly kind: 'refused'; readonly option: string | undefined; readonly reason: string }
  /** There is no suitable option. */
  | { readonly kind: 'unanswerable' }

const editKinds = ['edit', 'delete', 'move']
const mostPaths = 200

/** Merges an update or a request about a call with what was known about it. */
export function toToolCall(told: unknown, before: ToolCall | undefined): ToolCall {
  const kind = textAt(told, 'kind') ?? before?.kind ?? 'other'
  const diffs = listAt(told, 'content').filter(part => at(part, 'type') === 'diff')
  const isEdit = editKinds.includes(kind) || diffs.length > 0
  const named = isEdit ? [...diffs, ...listAt(told, 'locations')].map(part => textAt(part, 'path')) : []
  const paths = named.filter(path => path !== undefined).slice(0, mostPaths)
  return {
    title: textAt(told, 'title') ?? before?.title ?? kind,
    kind: diffs.length > 0 && !editKinds.includes(kind) ? 'edit' : kind,
    paths: [...new Set([...(before?.paths ?? []), ...paths])].slice(0, mostPaths),
  }
}

/**
 * Answers without a person: edits by the policy, everything else is allowed. Only for this one call, so that the agent asks for each
 * edit.
 */
export function answerPermission(
  call: ToolCall,
  options: readonly unknown[],
  policy: EditPolicy,
): PermissionAnswer {
  const reasons = call.paths.map(path => tryRefusal(path, policy)).filter(reason => reason !== undefined)
  if (reasons.length > 0) {
    const reason = [...new Set(reasons)].slice(0, 5).join('; ')
    return { kind: 'refused', option: tryOption(options, ['reject_once', 'reject_always']), reason }
  }
  const option = tryOption(options, ['allow_once', 'allow_always'])
  return option === undefined ? { kind: 'unanswerable' } : { kind: 'allowed', option }
}

function tryOption(options: readonly unknown[], kinds: readonly string[]): string | undefined {
  for (const kind of kinds) {
    const option = options.find(candidate => textAt(candidate, 'kind') === kind)
    const id = textAt(option, 'optionId')
    if (id !== undefined) return id
  }
  return undefined
}

function tryRefusal(path: string, { directory, exchange, refusalOf }: EditPolicy): string | undefined {
  const file = resolveLinks(resolve(directory, path))
  const inExchange = relative(resolveLinks(exchange), file)
  if (isInside(inExchange)) return undefined
  const inCheckout = relative(resolveLinks(directory), file)
  if (!isInside(inCheckout)) return `${path} is outside of your checkout`
  if (inCheckout.split('/')[0] === '.git') return `${inCheckout} belongs to git`
  return refusalOf(inCheckout)
}

function isInside(path: string): boolean {
  return path !== '' && path.split('/')[0] !== '..' && !isAbsolute(path)
}

/** Resolves links in the existing part of the path. */
function resolveLinks(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(resolveLinks(parent), basename(path))
  }
}
