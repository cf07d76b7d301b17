import { isAbsolute, relative, resolve } from 'node:path'
import { tryResolveLinks } from '../../files/resolve-links.ts'
import { at, listAt, textAt } from '../output/json-at.ts'
import { toOwnText } from '../output/own-text.ts'

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
/** That of a path on Linux; no system opens much longer ones. */
const longestPath = 4096
const longestTitle = 500

/** Merges an update or a request about a call with what was known about it. */
export function toToolCall(told: unknown, before: ToolCall | undefined): ToolCall {
  const kind = textAt(told, 'kind') ?? before?.kind ?? 'other'
  const diffs = listAt(told, 'content').filter(part => at(part, 'type') === 'diff')
  const isEdit = editKinds.includes(kind) || diffs.length > 0
  const named = isEdit ? [...diffs, ...listAt(told, 'locations')].map(part => textAt(part, 'path')) : []
  const paths = named
    .filter(path => path !== undefined)
    .slice(0, mostPaths)
    .map(path => toOwnText(path, longestPath + 1))
  return {
    title: toOwnText(textAt(told, 'title') ?? before?.title ?? kind, longestTitle),
    kind: diffs.length > 0 && !editKinds.includes(kind) ? 'edit' : toOwnText(kind, longestTitle),
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

function tryRefusal(path: string, policy: EditPolicy): string | undefined {
  if (path.length > longestPath) return `${path.slice(0, 200)}… is too long`
  // Some programs remove `..` from a path before the system follows its links.
  const places = new Set([
    resolve(policy.directory, path),
    isAbsolute(path) ? path : `${policy.directory}/${path}`,
  ])
  return [...places].map(place => tryPlaceRefusal(path, place, policy)).find(reason => reason !== undefined)
}

function tryPlaceRefusal(
  path: string,
  place: string,
  { directory, exchange, refusalOf }: EditPolicy,
): string | undefined {
  const file = tryResolveLinks(place)
  if (file === undefined) return `${path} has too many links`
  const inExchange = relative(tryResolveLinks(exchange) ?? exchange, file)
  if (isInside(inExchange)) return undefined
  const inCheckout = relative(tryResolveLinks(directory) ?? directory, file)
  if (inCheckout === '') return `${path} is your whole checkout: name files in it`
  if (!isInside(inCheckout)) return `${path} is outside of your checkout`
  if (inCheckout.split('/')[0] === '.git') return `${inCheckout} belongs to git`
  return refusalOf(inCheckout)
}

function isInside(path: string): boolean {
  return path !== '' && path.split('/')[0] !== '..' && !isAbsolute(path)
}
