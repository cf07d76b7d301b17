import { statfs } from 'node:fs/promises'

const leastFreeBytes = 1 << 20

/** Whether a folder is on a disk with no room for another file. False where the system does not say. */
export async function isDiskFull(folder: string): Promise<boolean> {
  try {
    const { bavail, bsize, files, ffree } = await statfs(folder)
    return bavail * bsize < leastFreeBytes || (files > 0 && ffree === 0)
  } catch {
    return false // the folder is gone, or its file system has no such numbers
  }
}
