import { join } from 'node:path'
import { isFolder, writePlainFile } from '../../../files/plain-file.ts'
import { configValue, type GitConfig } from '../../../git/repository/open-repository.ts'

/**
 * Parts of the user's git settings that tests and agents need in repositories of their own. None of these runs programs or grants
 * access.
 */
const harmless = [
  'user.name',
  'user.email',
  'init.defaultbranch',
  'core.autocrlf',
  'core.eol',
  'core.quotepath',
  'protocol.file.allow',
]

/** Repositories of this machine belong to its user, whom users of checkouts are not: git would refuse to read them. */
const readableRepositories = ['[safe]', '\tdirectory = *']

/**
 * Writes the user's harmless git settings into the home of a command.
 *
 * @param isOtherUser Whether the command does not run as the user.
 */
export function writeGitSettings(own: string, config: GitConfig, isOtherUser: boolean): void {
  const path = join(own, '.gitconfig')
  const copied = harmless.flatMap(key => {
    const value = configValue(config, key)
    return value === undefined ? [] : toLines(key, value)
  })
  const lines = [...copied, ...(isOtherUser ? readableRepositories : [])]
  if (lines.length > 0 && !isFolder(path)) writePlainFile(path, `${lines.join('\n')}\n`)
}

/** https://git-scm.com/docs/git-config#_values: backslashes and quotes are escaped, and a value ends with its line. */
function toLines(key: string, value: string): string[] {
  const at = key.lastIndexOf('.')
  const section = key.slice(0, at).split('.')
  const [name, subsection] = section
  const head = subsection === undefined ? `[${name}]` : `[${name} "${subsection}"]`
  const escaped = value.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')
  return [head, `\t${key.slice(at + 1)} = "${escaped}"`]
}
