import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/**
 * The content of a file that an agent or a test may have put there, as UTF-8. Undefined when there is none, or it is no plain file (to open a
 * pipe would wait for ever), or it is larger.
 */
export async function tryReadPlainFile(path: string, mostBytes: number): Promise<string | undefined> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
  const file = await open(path, flags).catch(() => undefined)
  if (file === undefined) return undefined
  try {
    const found = await file.stat()
    return found.isFile() && found.size <= mostBytes ? await file.readFile('utf8') : undefined
  } finally {
    await file.close()
  }
}
