import type { ObjectId } from './objects.ts'

/** A file as a tree holds it. */
export interface TreeEntry {
  readonly mode: string
  readonly id: ObjectId
}
