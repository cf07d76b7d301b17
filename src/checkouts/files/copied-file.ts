import { createHash } from 'node:crypto'
import { accessSync, constants, createReadStream, readFileSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ObjectId } from '../../git/objects/objects.ts'
import { protectFound } from '../../secrets/protect-found.ts'
import { isEnvFile, readAssigned, replaceVariables } from './env-file.ts'

/** A larger file is copied as it is. */
const longestEnvFile = 1 << 22

/** A file of the user's own checkout for another one. */
export interface CopiedFile {
  readonly path: string
  /** With the values of the checkout; undefined: unchanged. */
  readonly content: Buffer | undefined
}

/** Why a file cannot be copied; undefined: it can. Links are followed. */
export function tryObstacle(path: string): string | undefined {
  const info = tryStat(path)
  if (info === undefined) return 'a link to nothing'
  if (info.isDirectory()) return 'a folder behind a link, or a repository of its own'
  if (!info.isFile()) return 'not a file' // a pipe would block everything
  try {
    accessSync(path, constants.R_OK)
    return undefined
  } catch {
    return 'a file that you may not read'
  }
}

function tryStat(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined // links in a circle
  }
}

/** Reads a file that assigns variables, with the checkout's values. Its secrets are masked from now on, wherever they are printed. */
export function readCopy(root: string, path: string, values: Readonly<Record<string, string>>): CopiedFile {
  const from = join(root, path)
  if (!isEnvFile(path) || statSync(from).size > longestEnvFile) return { path, content: undefined }
  const content = readFileSync(from)
  protectFound(readAssigned(content))
  return { path, content: replaceVariables(content, values) }
}

/** The id that git would give the content of a file of any size. */
export async function readBlobId(path: string, format: string): Promise<ObjectId> {
  const hash = createHash(format).update(`blob ${statSync(path).size}\0`)
  for await (const part of createReadStream(path)) hash.update(part as Buffer)
  return hash.digest('hex')
}
