import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type GitPlace, runGit } from '../process/run-git.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { createGitDirectory } from '../repository/git-directory.ts'

export interface AttributeQuestion {
  /** The text of an `info/attributes`. */
  readonly attributes: string
  readonly name: string
  readonly paths: readonly string[]
}

/** The value of one attribute for each path: `set`, `unset`, `unspecified`, or the text after its `=`. */
export async function readAttributeValues(
  control: ControlRepository,
  { attributes, name, paths }: AttributeQuestion,
): Promise<Map<string, string>> {
  if (paths.length === 0) return new Map()
  return withAttributes(control, attributes, async place => {
    const answer = await runGit(place, ['check-attr', '-z', '--stdin', name], paths.join('\0'))
    return toValues(answer.split('\0'))
  })
}

/** Runs git in a place where exactly these attributes apply. */
export async function withAttributes<T>(
  control: ControlRepository,
  attributes: string,
  work: (place: GitPlace) => Promise<T>,
): Promise<T> {
  const path = join(control.gitDirectory, `attributes-${randomBytes(4).toString('hex')}.git`)
  await createGitDirectory({ repository: control.repository, path, attributes })
  try {
    return await work({ directory: path, env: { ...control.place.env, GIT_DIR: path } })
  } finally {
    await rm(path, { recursive: true, force: true })
  }
}

/** Path, attribute, value, repeated. */
function toValues(fields: readonly string[]): Map<string, string> {
  const values = new Map<string, string>()
  for (let at = 0; at + 2 < fields.length; at += 3) values.set(fields[at] as string, fields[at + 2] as string)
  return values
}
