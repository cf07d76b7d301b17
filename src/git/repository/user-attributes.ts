import { readFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { configValue, type Repository } from './open-repository.ts'

/** The user's attributes outside of commits, as of the start of the command. */
export interface UserAttributes {
  /** `core.attributesFile`: lowest priority. */
  readonly global: string
  /** `.git/info/attributes`: highest priority. */
  readonly own: string
}

/** As git finds them: without HOME there is no home. */
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

/** One `info/attributes` for the commit's and the user's attributes: later lines win. */
export function withUserAttributes({ global, own }: UserAttributes, ofCommit: string): string {
  return [global, ofCommit, own].join('\n')
}
