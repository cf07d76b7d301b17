import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ConflictedFile } from '../../agents/prompts/resolve-prompt.ts'
import type { Override } from '../../conflicts/text/text-conflict.ts'
import { findUnfit } from '../../conflicts/text/text-shape.ts'
import { writePlainFile } from '../../files/plain-file.ts'
import type { ConflictedPath } from '../../git/merge/merge-record.ts'
import type { TreeEntry } from '../../git/objects/tree-entry.ts'
import {
  type MergeableFile,
  type ResolvedFile,
  type Resolving,
  tryReadMergeable,
  type UnresolvedFile,
} from '../../merging/merge-conflict.ts'

/** A file that an agent can resolve. */
export interface Question extends MergeableFile {
  readonly conflict: ConflictedPath
  readonly reasons: readonly string[]
  readonly trials: UnresolvedFile['trials']
}

/** Undefined if the file is not text, or both sides changed its mode. */
export async function tryQuestion(
  { control }: Resolving,
  { conflict, reasons, trials }: UnresolvedFile,
): Promise<Question | undefined> {
  const mergeable = await tryReadMergeable(control, conflict)
  if (mergeable === undefined) return undefined
  const { versions, mode } = mergeable
  const isText = findUnfit([versions.base ?? '', versions.ours, versions.theirs]) === undefined
  return isText ? { conflict, versions, mode, reasons, trials } : undefined
}

/** Writes the three versions of every file into a folder, for the agent to compare. */
export function writeVersions(folder: string, questions: readonly Question[]): Promise<ConflictedFile[]> {
  return Promise.all(
    questions.map(async ({ versions }, index) => {
      const name = (side: string) => join(folder, String(index), side)
      await mkdir(join(folder, String(index)), { recursive: true })
      writePlainFile(name('ours'), versions.ours)
      writePlainFile(name('theirs'), versions.theirs)
      if (versions.base !== undefined) writePlainFile(name('base'), versions.base)
      const base = versions.base === undefined ? undefined : name('base')
      return { path: versions.path, base, ours: name('ours'), theirs: name('theirs') }
    }),
  )
}

export function toResolved(
  { conflict, trials }: Question,
  result: TreeEntry,
  proof: string,
  choices: readonly Override[],
): ResolvedFile {
  return {
    conflict,
    result,
    by: 'agent',
    proof,
    choices: choices.map(({ sentence }) => sentence),
    ...(trials && { trials }),
  }
}

/** The file as unresolved, with the last problem of the agent's answer. */
export function toLeft(
  { conflict, reasons, trials }: Question,
  agent: string,
  feedback: readonly string[],
): UnresolvedFile {
  const last = feedback.at(-1)
  return {
    conflict,
    ...(trials && { trials }),
    reasons: last === undefined ? reasons : [...reasons, `${agent}: ${last.split('\n')[0]}`],
  }
}
