import { existsSync, realpathSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { readPlainText } from '../../files/plain-file.ts'
import { isIn } from './place.ts'

/**
 * The repositories on this machine that submodules of the user's checkout come from: a set-up could not fill them otherwise. Only what
 * is a repository counts, and never one that holds the home.
 */
export function findLocalSubmodules(root: string, home: string | undefined): string[] {
  const urls = [...readPlainText(join(root, '.gitmodules')).matchAll(/^\s*url\s*=\s*"?(.+?)"?\s*$/gm)]
  return urls.flatMap(([, url = '']) => {
    const path = url.replace(/^file:\/\//, '')
    const folder = isAbsolute(path) ? path : /^\.\.?\//.test(path) ? join(root, path) : undefined
    if (folder === undefined || !isRepository(folder)) return []
    const real = realpathSync(folder)
    return home !== undefined && isIn(real, home) ? [] : [real]
  })
}

function isRepository(folder: string): boolean {
  return [folder, join(folder, '.git')].some(
    place => existsSync(join(place, 'HEAD')) && existsSync(join(place, 'objects')),
  )
}
