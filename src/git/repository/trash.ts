import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { forgetOwnFolder, requireOwnPlace } from '../../files/own-folder.ts'
import { requireProgram } from '../../files/programs.ts'

/** Names of folders that are being deleted. */
export const trashPrefix = '_trash-'

/**
 * Deletes folders while other things go on. A folder has another name at once, so that one that is half deleted is never taken
 * for the work of an agent.
 */
export class Trash {
  private waiting: string[] = []
  private emptying: Promise<void> | undefined

  /** Resolves when nothing of that name is there any more. */
  async take(path: string): Promise<void> {
    requireOwnPlace(path)
    const hidden = join(dirname(path), `${trashPrefix}${randomBytes(6).toString('hex')}`)
    try {
      await rename(path, hidden)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
      throw error
    }
    forgetOwnFolder(path)
    this.waiting.push(hidden)
    this.emptying ??= this.empty()
  }

  /** Resolves when everything that was taken is deleted. */
  async settled(): Promise<void> {
    await this.emptying
  }

  /** One `rm` at a time, for all that has come together meanwhile. */
  private async empty(): Promise<void> {
    while (this.waiting.length > 0) await deleteFolders(this.waiting.splice(0))
    this.emptying = undefined
  }
}

const run = promisify(execFile)

/** What cannot be deleted stays under its new name: "clean" says so. */
async function deleteFolders(paths: readonly string[]): Promise<void> {
  try {
    await run(requireProgram('rm'), ['-rf', '--', ...paths])
  } catch {
    // Some tools make folders that not even their owner may change, such as Go's module cache.
    await run(requireProgram('chmod'), ['-R', 'u+rwX', '--', ...paths]).catch(() => {})
    await run(requireProgram('rm'), ['-rf', '--', ...paths]).catch(() => {})
  }
}
