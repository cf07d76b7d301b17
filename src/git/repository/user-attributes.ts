import { readFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { configValue, type Repository } from './open-repository.ts'

/** Attributes that the user has set outside of commits, as they were when the command started. */
export interface UserAttributes {
  /** Of `core.attributesFile`: every other one comes before it. */
  readonly global: string
  /** Of `.git/info/attributes`: it comes before every other one. */
  readonly own: string
}

/** As git looks for them: a home that the environment does not name is none. */
export async function readUserAttributes(repository: Repository): Promise<UserAttributes> {
  const { HOME: home = '', XDG_CONFIG_HOME: configHome = join(home, '.config') } = repository.env
  const configured = configValue(repository.config, 'core.attributesfile')?.replace(/^~(?=\/)/, home)
  return {
    global: await readIfPresent(configured ?? join(configHome, 'git', 'attributes')),
    own: await readIfPresent(join(repository.directory, 'info', 'attributes')),
  }
}

function readIfPresent(path: string): Promise<string> {
  return isAbsolute(path) ? readFile(path, 'utf8').catch(() => '') : Promise.resolve('')
}

/** One `info/attributes` for what a commit defines and what the user does: later lines win. */
export function withUserAttributes({ global, own }: UserAttributes, ofCommit: string): string {
  return [global, ofCommit, own].join('\n')
}
