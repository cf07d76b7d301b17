import { join } from 'node:path'
import { isFolder } from './plain-file.ts'

/** Whether a path is a folder inside of another one that no link leads to. */
export function isRealFolder(root: string, path: string): boolean {
  let folder = root
  return path.split('/').every(name => {
    folder = join(folder, name)
    return isFolder(folder)
  })
}
