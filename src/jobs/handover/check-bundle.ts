import type { ObjectInfo } from '../../git/objects/object-reader.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { BundleHeader } from '../../git/remote/bundle-header.ts'
import type { HandoverLimits } from './limits.ts'

/** The only allowed ref in a bundle. */
export interface ExpectedRef {
  readonly ref: string
  readonly commit: ObjectId
}

/** The problem with a bundle's declared refs or size; undefined: none. */
export function tryHeaderProblem(
  { refs, objects }: BundleHeader,
  { ref, commit }: ExpectedRef,
  limits: HandoverLimits,
): string | undefined {
  const [first] = refs
  const names = refs.map(({ name }) => JSON.stringify(name))
  if (first === undefined) return 'it holds no ref'
  if (refs.length > 1) return `it holds more than one ref: ${names.slice(0, 5).join(', ')}`
  if (first.name !== ref) return `it holds a ref of another name: ${names[0]}, not ${ref}`
  if (first.id !== commit) return `wrong commit: its ref is at ${first.id}, and its manifest says ${commit}`
  if (objects > limits.objects) return `it is too large: ${objects} objects are more than ${limits.objects}`
  return undefined
}

/** The problem with a bundle's objects, by type and size; undefined: none. */
export function tryObjectsProblem(
  objects: readonly ObjectInfo[],
  limits: HandoverLimits,
): string | undefined {
  const tag = objects.find(({ type }) => type === 'tag')
  if (tag !== undefined) return `it holds a tag (${tag.id})`
  const large = objects.find(({ type, size }) => type !== 'blob' && size > limits.structureBytes)
  if (large !== undefined)
    return `its ${large.type} ${large.id} unpacks to ${large.size} bytes, more than the limit of ${limits.structureBytes}`
  const total = objects.reduce((sum, { size }) => sum + size, 0)
  return total > limits.unpackedBytes
    ? `its objects unpack to ${total} bytes, more than the limit of ${limits.unpackedBytes}`
    : undefined
}
