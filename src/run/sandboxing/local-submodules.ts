import { existsSync, realpathSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { readPlainText } from '../../files/plain-file.ts'
import type { GitConfig, Repository } from '../../git/repository/open-repository.ts'
import { isIn } from './place.ts'

/** Maximum nesting of submodules. */
const deepest = 6

/**
 * The repositories on this machine that the submodules of the user's checkout come from, including nested ones: setup could not
 * fill them otherwise. Only actual repositories count, and never one that contains the home.
 */
export function findLocalSubmodules(
  { root, config }: Pick<Repository, 'root' | 'config'>,
  home: string | undefined,
): string[] {
  const parents = [root, ...listUrls(config, 'remote').map(toFolder)].filter(isAbsolute)
  const folders = [
    ...listUrls(config, 'submodule').map(toFolder).filter(isAbsolute),
    ...findSources(root, parents),
  ]
  const found = folders.filter(isRepository).map(folder => realpathSync(folder))
  return [...new Set(found)].filter(folder => home === undefined || !isIn(folder, home))
}

/** The folders in `.gitmodules` of a checkout and of its populated submodules. Relative URLs are relative to the parent's. */
function findSources(checkout: string, parents: readonly string[], depth = 0): string[] {
  if (depth > deepest) return []
  return readEntries(checkout).flatMap(({ path, url }) => {
    const isRelative = /^\.\.?\//.test(url)
    const folders = isRelative ? parents.map(parent => join(parent, url)) : [toFolder(url)].filter(isAbsolute)
    const inner = join(checkout, path)
    return [...folders, ...(isIn(checkout, inner) ? findSources(inner, folders, depth + 1) : [])]
  })
}

function readEntries(checkout: string): { readonly path: string; readonly url: string }[] {
  const sections = readPlainText(join(checkout, '.gitmodules'))
    .split(/^\s*\[/m)
    .slice(1)
  return sections.flatMap(section => {
    const [path, url] = [readValue(section, 'path'), readValue(section, 'url')]
    return path === undefined || url === undefined ? [] : [{ path, url }]
  })
}

function readValue(section: string, key: string): string | undefined {
  return new RegExp(`^\\s*${key}\\s*=\\s*"?(.+?)"?\\s*$`, 'm').exec(section)?.[1]
}

function listUrls(config: GitConfig, section: string): string[] {
  const entries = [...config].filter(([key]) => key.startsWith(`${section}.`) && key.endsWith('.url'))
  return entries.map(([, values]) => values[0] ?? '')
}

function toFolder(url: string): string {
  return url.replace(/^file:\/\//, '')
}

function isRepository(folder: string): boolean {
  return [folder, join(folder, '.git')].some(
    place => existsSync(join(place, 'HEAD')) && existsSync(join(place, 'objects')),
  )
}
