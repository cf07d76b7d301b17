import type { EventsConfig } from '@actions/workflow-parser/model/workflow-template'
import picomatch from 'picomatch'

interface Filters {
  readonly types?: readonly string[]
  readonly branches?: readonly string[]
  readonly 'branches-ignore'?: readonly string[]
}

/** True when a workflow is started by an event of this kind, on this ref, with this action. Throws at filters that are not supported. */
export function matchesEvent(
  events: EventsConfig,
  name: string,
  { ref, action }: { readonly ref: string; readonly action: unknown },
): boolean {
  const filters = events[name] as (Filters & Record<string, unknown>) | undefined
  if (filters === undefined) return false
  const unsupported = ['paths', 'paths-ignore', 'tags', 'tags-ignore'].find(key => filters[key] !== undefined)
  if (unsupported !== undefined) throw new Error(`this runner has no ${unsupported} filter`)
  const branch = ref.replace(/^refs\/heads\//, '')
  const isIgnored = picomatch([...(filters['branches-ignore'] ?? [])])(branch)
  const isNamed = filters.branches === undefined || picomatch([...filters.branches])(branch)
  return (filters.types?.includes(String(action)) ?? true) && isNamed && !isIgnored
}
