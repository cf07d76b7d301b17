import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type { Repository } from './open-repository.ts'

/** A filter that git would run from a worktree, where an agent writes. */
interface OpenFilter {
  readonly name: string
  readonly command: string
  /** The word of the command that names a path in the worktree. */
  readonly word: string
}

const commandKey = /^filter\.(.+)\.(clean|smudge|process)$/s

/** Filters that name a path in their worktree: agents could put another program there. */
export function findOpenFilters({ config, root }: Pick<Repository, 'config' | 'root'>): OpenFilter[] {
  return [...config].flatMap(([key, values]) => {
    const name = commandKey.exec(key)?.[1]
    const command = values.at(-1) ?? ''
    const word = name === undefined ? undefined : findOpenWord(command, root)
    return name === undefined || word === undefined ? [] : [{ name, command, word }]
  })
}

const interpreters = /^(sh|bash|dash|zsh|ksh|node|deno|bun|perl|ruby|php|python[\d.]*)$/

function findOpenWord(command: string, root: string): string | undefined {
  for (const simple of command.split(/[;|&()`\n]+/)) {
    const words = simple.split(/\s+/).map(word => word.replace(/["']/g, ''))
    const [program = '', ...args] = words.filter(word => word !== '' && !/^\w+=/.test(word))
    if (isRelative(program) && program.includes('/')) return program
    const script = interpreters.test(program) ? findScript(args) : undefined
    const open = args.find(arg => isRelative(arg) && (/^\.\.?\//.test(arg) || existsSync(join(root, arg))))
    if (script !== undefined || open !== undefined) return script ?? open
  }
  return undefined
}

/** The script of an interpreter, if its path is relative. An option may be followed by code, or by the name of a module. */
function findScript(args: readonly string[]): string | undefined {
  const [first] = args
  return first !== undefined && !first.startsWith('-') && isRelative(first) ? first : undefined
}

/** `%f` is the filtered file; a variable other than the current folder leads elsewhere. */
function isRelative(word: string): boolean {
  return /^\$\{?PWD\b/.test(word) || !(isAbsolute(word) || /^[~$%-]/.test(word))
}
