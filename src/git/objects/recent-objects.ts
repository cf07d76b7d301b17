import { existsSync } from 'node:fs'

/** An object as it was written. */
export interface WrittenObject {
  readonly path: string
  readonly write: () => Promise<void>
  readonly bytes: number
}

const mostObjects = 64
const mostBytes = 1 << 24

/**
 * The objects that a process has written last. A concurrent `git gc --prune=now` deletes what no ref reached when it began, however
 * new: then they are written again.
 */
export class RecentObjects {
  private readonly objects = new Map<string, WrittenObject>()
  private bytes = 0

  add(object: WrittenObject): void {
    this.forget(object.path)
    this.objects.set(object.path, object)
    this.bytes += object.bytes
    for (const path of this.objects.keys()) {
      if (this.objects.size <= mostObjects && this.bytes <= mostBytes) return
      this.forget(path)
    }
  }

  /** Writes those again that are gone. One that was packed meanwhile gets a second, harmless copy. */
  async writeMissing(): Promise<void> {
    for (const { path, write } of [...this.objects.values()]) if (!existsSync(path)) await write()
  }

  private forget(path: string): void {
    this.bytes -= this.objects.get(path)?.bytes ?? 0
    this.objects.delete(path)
  }
}
