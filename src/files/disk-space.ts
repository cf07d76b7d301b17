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

/** Whether a write failed because a disk or a quota is full. */
function isNoSpaceError(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')
}

/** Ignores a rejection with such an error, and rethrows any other. */
export function ignoreNoSpace(error: unknown): undefined {
  if (!isNoSpaceError(error)) throw error
}
