import { readdir } from 'node:fs/promises'
import * as z from 'zod'
import { readPlainText, removePlain, writePlainFile } from '../../files/plain-file.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { moveTarget, type TargetMove, takeBackCheckouts } from '../../git/worktree/target.ts'
import type { EmitEvent } from '../../model/run-event.ts'
import { tryReadHolder } from '../../run/opening/run-lock.ts'
import type { RunContext } from '../../run/run-context.ts'
import { isRunId } from '../../run/run-id.ts'
import { findRunPaths, toStateFolder } from '../../run/run-paths.ts'

const noteSchema = z.strictObject({ branch: z.string(), from: z.string(), to: z.string() })

type Note = z.output<typeof noteSchema>

/** Moves the target like {@link moveTarget}, with a record until it is done: it can be interrupted halfway. */
export async function moveNoted(
  { repository, paths, target }: RunContext,
  move: { readonly from: ObjectId; readonly to: ObjectId },
): Promise<TargetMove> {
  writePlainFile(paths.move, JSON.stringify({ branch: target, ...move } satisfies Note), { flush: true })
  const result = await moveTarget(repository, target, move)
  removePlain(paths.move)
  return result
}

/** Reverts interrupted moves of any run: a checkout ahead of its branch looks edited. */
export async function takeBackMoves(repository: Repository, emit: EmitEvent): Promise<void> {
  const names: string[] = await readdir(toStateFolder(repository)).catch(() => [])
  for (const run of names.filter(isRunId)) {
    const { move } = findRunPaths(repository, run)
    const note = await tryReadNote(move)
    if (note === undefined || (await tryReadHolder(repository, run)) !== undefined) continue
    if (await takeBack(repository, note, emit)) removePlain(move)
  }
}

/** Whether the move is completely reverted. */
async function takeBack(
  repository: Repository,
  { branch, ...move }: Note,
  emit: EmitEvent,
): Promise<boolean> {
  const taken = await takeBackCheckouts(repository, branch, move)
  for (const { directory, problem } of taken) {
    const what = `the last move of ${branch} was interrupted`
    const text =
      problem === undefined
        ? `${what}: its checkout in ${directory} is back at ${move.from.slice(0, 12)}`
        : `${what}, and its checkout could not be restored: ${problem}`
    emit({ kind: 'notice', text })
  }
  return taken.every(({ problem }) => problem === undefined)
}

async function tryReadNote(path: string): Promise<Note | undefined> {
  const text = readPlainText(path)
  try {
    return noteSchema.parse(JSON.parse(text))
  } catch {
    return undefined // no move in progress, or it had not begun
  }
}
