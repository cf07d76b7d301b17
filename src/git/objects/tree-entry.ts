import type { ObjectId } from './objects.ts'

/** A file in a tree. */
export interface TreeEntry {
  readonly mode: string
  readonly id: ObjectId
}
