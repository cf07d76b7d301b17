import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { forgetOwnFolder, requireOwnPlace } from '../../files/own-folder.ts'
import { requireProgram, tryProgram } from '../../files/programs.ts'

/** Names of folders that are being deleted. */
export const trashPrefix = '_trash-'

/** Folders that are deleted at once when nothing else is left to do. */
const mostAtOnce = 4

/**
 * Deletes folders while other things continue. A folder has another name at once, so that one that is half deleted is never taken
 * for the work of an agent.
 */
export class Trash {
  private readonly waiting: string[] = []
  private deleting = 0
  private isLast = false
  private readonly listeners: (() => void)[] = []

  /** How many folders are not deleted yet. */
  get left(): number {
    return this.waiting.length + this.deleting
  }

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
    this.start()
  }

  /** Resolves when everything that was taken is deleted. From now on it may take all that the disk can do. */
  async settled(): Promise<void> {
    this.isLast = true
    this.start()
    if (this.left > 0) await new Promise<void>(resolve => this.listeners.push(resolve))
    this.isLast = false
  }

  /** While agents work, one folder at a time. */
  private start(): void {
    const most = this.isLast ? mostAtOnce : 1
    while (this.deleting < most && this.waiting.length > 0) void this.delete(this.waiting.shift() as string)
  }

  private async delete(path: string): Promise<void> {
    this.deleting++
    await deleteFolder(path)
    this.deleting--
    this.start()
    if (this.left === 0) for (const resolve of this.listeners.splice(0)) resolve()
  }
}

const run = promisify(execFile)

/** Everything else goes first. What cannot be deleted stays under its new name: "clean" says so. */
async function deleteFolder(path: string): Promise<void> {
  const remove = [requireProgram('rm'), '-rf', '--', path]
  const nice = tryProgram('nice')
  const [program = '', ...args] = nice === undefined ? remove : [nice, '-n', '19', ...remove]
  try {
    await run(program, args)
  } catch {
    // Some tools make folders that not even their owner may change, such as Go's module cache.
    await run(requireProgram('chmod'), ['-R', 'u+rwX', '--', path]).catch(() => {})
    await run(program, args).catch(() => {})
  }
}
