import { existsSync } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { toPathText } from '../objects/path-text.ts'
import { toNativePath } from './native-path.ts'

/** Ignored files that are lost with the worktree. */
export interface IgnoredFiles {
  readonly count: number
  readonly bytes: number
  /** Whether the limit was reached. */
  readonly isMore: boolean
  /** Files outside of folders that tools are known to fill. */
  readonly names: readonly string[]
}

/** Ignored files from before the agent started. Paths as in a survey. */
export interface IgnoredBefore {
  readonly paths: readonly string[]
  /** The time, in milliseconds since 1970. */
  readonly at: number
}

export interface IgnoredRequest {
  readonly root: string
  /** As in a survey of the worktree. */
  readonly ignored: readonly string[]
  readonly before: IgnoredBefore
  /** Folders that are handled elsewhere. */
  readonly except: readonly string[]
}

/** Counting more files costs more than it is worth. */
const mostEntries = 5000

const toolFolders =
  /^(node_modules|bower_components|\.venv|venv|__pycache__|\.(tox|nox|cache|gradle|next|nuxt|turbo|parcel-cache|svelte-kit|angular|terraform|nyc_output|eggs|build|dart_tool|(pytest|mypy|ruff)_cache)|coverage|htmlcov|Pods|DerivedData|[^/]+\.egg-info)$/
const outputFolders = /^(build|dist|out|target|bin|obj)$/
const manifests = [
  'package.json',
  'Cargo.toml',
  'pom.xml',
  'build.gradle',
  'build.gradle.kts',
  'CMakeLists.txt',
  'Makefile',
  'pyproject.toml',
  'setup.py',
  'go.mod',
]

/** Counts ignored files that an agent made. */
export async function measureIgnored(request: IgnoredRequest): Promise<IgnoredFiles> {
  const count = new IgnoredCount(request)
  const isFilled = (path: string) => isFilledByTools(request.root, path)
  const paths = request.ignored.map(path => ({ path, byTools: isFilled(path) }))
  for (const { path } of paths.filter(({ byTools }) => !byTools)) await count.add(path, true)
  const known = new Set(request.before.paths)
  for (const { path } of paths.filter(entry => entry.byTools && !known.has(entry.path)))
    await count.add(path, false)
  return count
}

/** Whether a path is in a folder that tools fill: by its name, or as the output beside a package's manifest. */
function isFilledByTools(root: string, rawPath: string): boolean {
  const names = rawPath.split('/')
  return names.slice(0, -1).some((name, index) => {
    if (toolFolders.test(name)) return true
    const beside = toPathText(names.slice(0, index).join('/'))
    return outputFolders.test(name) && manifests.some(file => existsSync(join(root, beside, file)))
  })
}

class IgnoredCount implements IgnoredFiles {
  count = 0
  bytes = 0
  isMore = false
  readonly names: string[] = []
  private entriesLeft = mostEntries
  private readonly request: IgnoredRequest

  constructor(request: IgnoredRequest) {
    this.request = request
  }

  /** Adds a file, or all files of a folder. */
  async add(rawPath: string, isNamed: boolean): Promise<void> {
    const { root, except } = this.request
    const path = rawPath.replace(/\/$/, '')
    if (except.includes(path)) return
    if (this.entriesLeft-- <= 0) this.isMore = true
    if (this.isMore) return
    const info = await lstat(toNativePath(root, path)).catch(() => undefined) // just deleted
    if (info?.isDirectory()) return this.addFolder(path, isNamed)
    if (info === undefined || !this.isNew(path, info.mtimeMs)) return
    this.count += 1
    this.bytes += info.size
    if (isNamed) this.names.push(toPathText(path))
  }

  private async addFolder(path: string, isNamed: boolean): Promise<void> {
    const folder = toNativePath(this.request.root, path)
    const names = await readdir(folder, { encoding: 'latin1' }).catch(() => []) // unreadable
    for (const name of names)
      await this.add(`${path}/${name}`, isNamed && !isFilledByTools(this.request.root, `${path}/${name}/`))
  }

  /** The time of the last change of its owner or mode says nothing: each command's user is given the files. */
  private isNew(path: string, changedAt: number): boolean {
    const { paths, at } = this.request.before
    const wasThere = paths.some(known => known === path || (known.endsWith('/') && path.startsWith(known)))
    return !wasThere || changedAt > at
  }
}
