import { chmodSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { removePlain, tryReadPlainFile, writePlainFile } from '../../../files/plain-file.ts'
import type { SignIn, SignInFile } from '../../../model/agents/table/agent-entry.ts'
import type { Environment } from '../../../model/plan.ts'
import { makePlainFolder } from './plain-folder.ts'
import { tryRenewed } from './renewed-tokens.ts'

/** The user's home, and its replacement for a command. */
export interface Homes {
  readonly real: string
  readonly own: string
}

interface Lent {
  readonly file: SignInFile
  readonly source: string
  readonly copy: string
  readonly content: Buffer
}

/** Of a file with tokens. */
const mostBytes = 1 << 20

/** Copies of an agent's sign-in files, in its own home while it works. */
export class SignInCopies {
  private readonly lent: readonly Lent[]
  private readonly emptyFolders: readonly string[]
  private readonly own: string
  /** Readable folders of its configuration. */
  readonly folders: readonly { readonly from: string; readonly path: string }[]

  constructor(signIns: readonly SignIn[], { real, own }: Homes, env: Environment) {
    const places = signIns.flatMap(signIn =>
      [...signIn.files, ...signIn.config.map(path => ({ path }))].map(file => ({
        file,
        source: toSource(signIn, file.path, real, env),
      })),
    )
    this.folders = places
      .filter(({ source }) => isThere(source, 'folder'))
      .map(({ file, source }) => ({ from: source, path: file.path }))
    this.lent = places
      .filter(({ source }) => isThere(source, 'file'))
      .map(({ file, source }) => ({
        ...{ file, source, copy: join(own, file.path) },
        content: readFileSync(source),
      }))
    this.emptyFolders = signIns.flatMap(({ folder }) => folder?.path ?? [])
    this.own = own
  }

  write(): void {
    for (const path of this.emptyFolders) makePlainFolder(this.own, path)
    for (const lent of this.lent) {
      makePlainFolder(this.own, dirname(lent.file.path))
      writePlainFile(lent.copy, toLentContent(lent))
      chmodSync(lent.copy, 0o600)
    }
  }

  /** The copied texts, searched for the services that they name. */
  texts(): string[] {
    return this.lent.map(({ content }) => content.toString('utf8'))
  }

  /** Removes the copies. Renewed tokens are written back if the user's file is still the one that was copied. */
  takeBack(): void {
    for (const { file, source, copy, content } of this.lent) {
      const renewed = file.isRenewed ? tryRenewed(content, tryReadPlainFile(copy, mostBytes)) : undefined
      if (renewed !== undefined) replaceIfSame(source, content, renewed)
      removeCopy(copy)
    }
  }
}

function removeCopy(path: string): void {
  try {
    removePlain(path)
  } catch {
    // the command replaced its home or a folder in it: the copy is where it put it
  }
}

function toSource({ folder }: SignIn, path: string, home: string, env: Environment): string {
  const named = folder === undefined ? undefined : env[folder.variable]
  const isElsewhere = folder !== undefined && named !== undefined && isAbsolute(named)
  return isElsewhere && path.startsWith(`${folder.path}/`)
    ? join(named, path.slice(folder.path.length + 1))
    : join(home, path)
}

/** Users link their settings, so links are followed. */
function isThere(path: string, kind: 'file' | 'folder'): boolean {
  const info = statSync(path, { throwIfNoEntry: false })
  return kind === 'file' ? info?.isFile() === true : info?.isDirectory() === true
}

function toLentContent({ file, content }: Lent): Buffer | string {
  if (file.keys === undefined) return content
  try {
    const all = Object.entries(JSON.parse(content.toString('utf8')) as Record<string, unknown>)
    return JSON.stringify(Object.fromEntries(all.filter(([key]) => file.keys?.includes(key))))
  } catch {
    return '{}'
  }
}

function replaceIfSame(path: string, before: Buffer, content: string): void {
  try {
    const place = realpathSync(path)
    if (!readFileSync(place).equals(before)) return
    const part = `${place}.${process.pid}.part`
    writeFileSync(part, content, { mode: statSync(place).mode & 0o777 })
    renameSync(part, place)
  } catch {
    // the user signs in again
  }
}
