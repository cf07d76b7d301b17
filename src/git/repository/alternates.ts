import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writePlainFile } from '../../files/plain-file.ts'

/** Lets git read the objects of another folder from a folder of objects, without writing there. */
export async function shareObjects(from: string, to: string): Promise<void> {
  await mkdir(join(to, 'info'), { recursive: true })
  writePlainFile(join(to, 'info', 'alternates'), `${from.includes('\n') ? quoteText(from) : from}\n`)
}

/** A text in git's double quotes, on one line. */
export function quoteText(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n')}"`
}
