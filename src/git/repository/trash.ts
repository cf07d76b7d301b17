import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { hasMounts } from '../../files/mounts-below.ts'
import { forgetOwnFolder, requireOwnPlace } from '../../files/own-folder.ts'
import { requireProgram, tryProgram } from '../../files/programs.ts'

/** Prefix of folders that are being deleted. */
export const trashPrefix = '_trash-'

/** Parallel deletions while idle. */
const mostAtOnce = 4

/** Deletes folders in the background. A folder is renamed first, so that a half-deleted one is never taken for an agent's work. */
export class Trash {
  private readonly waiting: string[] = []
  private deleting = 0
  private isLast = false
  private readonly listeners: (() => void)[] = []

  /** Number of folders left to delete. */
  get left(): number {
    return this.waiting.length + this.deleting
  }

  /** Resolves when the path is free. */
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

  /** Resolves when everything is deleted. From now on deletions may use the full speed of the disk. */
  async settled(): Promise<void> {
    this.isLast = true
    this.start()
    if (this.left > 0) await new Promise<void>(resolve => this.listeners.push(resolve))
    this.isLast = false
  }

  /** One folder at a time while agents work. */
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

/** At low priority. A folder that cannot be deleted keeps its new name, and "clean" reports it. */
async function deleteFolder(path: string): Promise<void> {
  if (hasMounts(path)) return
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
