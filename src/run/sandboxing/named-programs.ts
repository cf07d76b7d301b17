import { existsSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import type { Agent } from '../../model/plan.ts'
import { findSecretFiles } from './secret-files.ts'
import { isAboveHome } from './tool-folders.ts'

const word = /'([^']*)'|"([^"$`\\]*)"|([^\s'"$`\\;|&<>()]+)/g
const prefixes = new Set(['env', 'exec', 'nice', 'nohup', 'time'])
const interpreters = /^(bash|bun|dash|deno|node|nodejs|perl|php|pypy3?|python[\d.]*|ruby|sh|tsx|zsh)$/

/** The visible part of what an agent's command line starts. */
export interface NamedPrograms {
  readonly readable: readonly string[]
  readonly blank: readonly string[]
}

/** The package of the program, and of the script, that an agent's command line names by an absolute path. */
export function findNamedPrograms(agent: Agent | undefined, home: string | undefined): NamedPrograms {
  if (agent === undefined || agent.kind === 'cli') return { readable: [], blank: [] }
  const files = toPrograms(agent.command).filter(path => isAbsolute(path) && leadsToFile(path))
  const packages = files.flatMap(path => tryPackage(realpathSync(path), home) ?? [])
  return {
    readable: [...files, ...files.map(path => realpathSync(path)), ...packages],
    blank: packages.flatMap(findSecretFiles),
  }
}

/** The program, and the script of an interpreter. */
function toPrograms(command: string): string[] {
  const words = [...command.matchAll(word)]
    .map(([, single, double, plain]) => single ?? double ?? plain ?? '')
    .filter(text => !prefixes.has(text) && !/^(-|\w+=)/.test(text))
  const [program = '', script = ''] = words
  return interpreters.test(program.replace(/^.*\//, '')) ? [program, script] : [program]
}

/** The folder of the manifest around a program; undefined: none, or it is a folder that contains a home. */
function tryPackage(path: string, home: string | undefined): string | undefined {
  const folder = dirname(path)
  if (isAboveHome(folder, home)) return undefined
  const isPackage = ['package.json', 'pyproject.toml'].some(name => existsSync(join(folder, name)))
  return isPackage ? folder : tryPackage(folder, home)
}

function leadsToFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}
