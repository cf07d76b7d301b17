import { findInFolders, toOwnFolders } from '../../files/programs.ts'
import type { Environment } from '../../model/plan.ts'
import type { GitSetting } from '../process/environment.ts'
import { findOpenFilters } from './open-filters.ts'
import { configValue, type Repository } from './open-repository.ts'

/** A required filter whose program is not on this machine. */
export interface MissingFilter {
  readonly name: string
  readonly program: string
}

const commandKey = /^filter\.(.+)\.(clean|smudge|process)$/s

/** The settings of all usable filters: not of those that agents could change, nor of those whose program is missing. */
export function findFilterSettings(repository: Repository): GitSetting[] {
  const left = new Set([
    ...findOpenFilters(repository).map(({ name }) => name),
    ...listWithoutProgram(repository).map(({ name }) => name),
  ])
  return [...repository.config].flatMap(([key, values]) => {
    const name = /^filter\.(.+)\.[^.]+$/s.exec(key)?.[1]
    if (name === undefined || left.has(name)) return []
    return values.map(value => [key, value] as const)
  })
}

/** git fails on every file of such a filter. Without the filter files stay as stored: for Git LFS, pointers. */
export function findMissingFilters(repository: Repository): MissingFilter[] {
  const isRequired = ({ name }: MissingFilter) =>
    configValue(repository.config, `filter.${name}.required`) === 'true'
  return listWithoutProgram(repository).filter(isRequired)
}

/** Disables filters whose programs are missing: git would fail even on files that it only inspects. */
export function findSwitchedOff(repository: Repository): GitSetting[] {
  return findMissingFilters(repository).flatMap(({ name }) => [
    [`filter.${name}.required`, 'false'] as const,
    ...['clean', 'smudge', 'process'].map(kind => [`filter.${name}.${kind}`, ''] as const),
  ])
}

function listWithoutProgram({ config, env }: Repository): MissingFilter[] {
  const found = new Map<string, MissingFilter>()
  for (const [key, values] of config) {
    const name = commandKey.exec(key)?.[1]
    const program = tryProgram(values.at(-1) ?? '')
    if (name === undefined || program === undefined || isFilterInstalled(program, env)) continue
    found.set(name, { name, program })
  }
  return [...found.values()]
}

const shellWords =
  /^(:|\.|\[|cd|eval|exec|export|for|if|case|while|set|test|true|false|echo|printf|read|command|umask|trap|unset)$/

/** The program at the beginning of a command; undefined if only a shell could tell. */
function tryProgram(command: string): string | undefined {
  const [, quoted, plain = quoted] = /^\s*(?:["']([^"']+)["']|([\w./+-]+))(?=\s|$)/.exec(command) ?? []
  if (plain === undefined || shellWords.test(plain)) return undefined
  const isLfs = plain === 'git' && /^\s*git\s+lfs\b/.test(command)
  return isLfs ? 'git-lfs' : plain
}

/** Whether a program exists: by its absolute path, or in a folder of the PATH outside the repository. */
export function isFilterInstalled(program: string, env: Environment): boolean {
  return findInFolders(program, toOwnFolders(env.PATH ?? '')).length > 0
}
