import { cpSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { removePlain } from '../../files/plain-file.ts'
import type { Environment } from '../../model/plan.ts'
import { makePlainFolder } from './home/plain-folder.ts'
import { type SandboxedRun, tryUserHome } from './place.ts'

/** A copy in place of a mount. What an earlier command put there goes first, so that no link leads elsewhere. */
export function copyInto(home: string, from: string, path: string): void {
  makePlainFolder(home, dirname(path))
  const copy = join(home, path)
  removePlain(copy)
  cpSync(from, copy, { recursive: true, dereference: statSync(from).isFile() })
}

/** Without it, git reads the settings that were written into the own home. */
const ofUser = 'GIT_CONFIG_GLOBAL'

/** Variables that name a path in the user's home, which is closed, name one in the own home. */
export function withoutUserHome(env: Environment, { repository }: SandboxedRun, own: string): Environment {
  const home = tryUserHome(repository.env)
  const isInHome = (name: string, value: string) =>
    home !== undefined && name !== 'PATH' && value.startsWith(`${home}/`)
  const kept = Object.entries(env).filter(
    ([name, value]) => name !== ofUser || value !== repository.env[name],
  )
  return Object.fromEntries(
    kept.map(([name, value]) => [name, isInHome(name, value) ? own + value.slice(home?.length) : value]),
  )
}
