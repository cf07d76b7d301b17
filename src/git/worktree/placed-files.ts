import * as z from 'zod'
import { readPlainText, writePlainFile } from '../../files/plain-file.ts'
import type { Worktree } from './worktree.ts'

const placedSchema = z.object({ paths: z.array(z.string()), ids: z.array(z.string()) })

/** What was put into a worktree from the user's own checkout. It may hold secrets: none of it may get onto a ref. */
export interface PlacedFiles {
  readonly paths: readonly string[]
  /** The blobs that these files would be, for when an agent gives one another name. */
  readonly ids: readonly string[]
}

export function writePlacedFiles({ placed }: Worktree, files: PlacedFiles): void {
  writePlainFile(placed, JSON.stringify(files))
}

export function readPlacedFiles({ placed }: Worktree): PlacedFiles {
  const text = readPlainText(placed)
  return text === '' ? { paths: [], ids: [] } : placedSchema.parse(JSON.parse(text))
}
