import * as z from 'zod'
import { readPlainText, writePlainFile } from '../../files/plain-file.ts'
import type { Worktree } from './worktree.ts'

const placedSchema = z.object({ paths: z.array(z.string()), ids: z.array(z.string()) })

/** Files copied into a worktree from the user's own checkout. They may hold secrets: none may get onto a ref. */
export interface PlacedFiles {
  readonly paths: readonly string[]
  /** Their blob ids, which identify them even if an agent renames them. */
  readonly ids: readonly string[]
}

export function writePlacedFiles({ placed }: Worktree, files: PlacedFiles): void {
  writePlainFile(placed, JSON.stringify(files))
}

export function readPlacedFiles({ placed }: Worktree): PlacedFiles {
  const text = readPlainText(placed)
  return text === '' ? { paths: [], ids: [] } : placedSchema.parse(JSON.parse(text))
}
