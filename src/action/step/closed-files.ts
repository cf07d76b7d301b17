import { chmodSync, lstatSync, type Stats } from 'node:fs'

const others = 0o007

/** Files of the runner that other users cannot reach during a step. */
export class ClosedFiles {
  private readonly before = new Map<string, Stats>()

  /** Takes rights on these paths away from other users. Missing ones and links are skipped. */
  close(paths: readonly string[], rights = others): void {
    for (const path of paths) {
      const info = lstatSync(path, { throwIfNoEntry: false })
      if (info === undefined || info.isSymbolicLink() || (info.mode & rights) === 0) continue
      if (!this.before.has(path)) this.before.set(path, info)
      chmodSync(path, info.mode & 0o7777 & ~rights)
    }
  }

  /** Gives the rights back, unless something else is there now. */
  restore(): void {
    for (const [path, { ino, dev, mode }] of this.before) {
      const info = lstatSync(path, { throwIfNoEntry: false })
      if (info?.ino === ino && info.dev === dev) chmodSync(path, mode & 0o7777)
    }
    this.before.clear()
  }
}
