import { dirname, join } from 'node:path'
import { isFolder, readPlainText, writePlainFile } from '../../../files/plain-file.ts'
import { makePlainFolder } from './plain-folder.ts'
import type { Homes } from './sign-in-copies.ts'

/** Settings of package managers in a home: the names of registries are needed, their credentials are not. */
const settings = ['.npmrc', '.yarnrc.yml', '.config/pip/pip.conf', '.pip/pip.conf', '.config/uv/uv.toml']

const withSecret = /auth|passw|token|secret|credential|\/\/[^/\s]*:[^/\s]*@/i

/** Copies such settings from one home to another, without lines with secrets, and returns the copies. */
export function copyPlainSettings({ real, own }: Homes, mayWrite: boolean): string[] {
  return settings.flatMap(path => {
    const text = readPlainText(join(real, path))
    if (text === '' || isFolder(join(own, path))) return []
    const copy = text
      .split('\n')
      .filter(line => !withSecret.test(line))
      .join('\n')
    if (mayWrite) {
      makePlainFolder(own, dirname(path))
      writePlainFile(join(own, path), copy)
    }
    return [copy]
  })
}
