import { posix } from 'node:path'
import { groupBy } from '../conflicts/forecast/group-by.ts'
import type { ObjectId } from '../git/objects/objects.ts'
import type { Repository } from '../git/repository/open-repository.ts'

/** Files by what an import of them names at least. */
export type ModulesByStem = ReadonlyMap<string, readonly string[]>

export function groupByStem(modules: readonly string[]): ModulesByStem {
  return groupBy(modules, toStem)
}

/** Each is searched in every text. */
const mostPhrases = 200

/**
 * Which of the changed files the others may import, judged by words of their text. Each file is read once: with hundreds of
 * branches, there are too many pairs of them to read files for each.
 */
export class MentionedModules {
  private readonly repository: Repository
  private readonly words: ReadonlySet<string>
  /** Those with spaces, for example. */
  private readonly phrases: readonly string[]
  private readonly mentioned = new Map<string, Promise<ReadonlySet<string>>>()

  /** @param paths All files that may be imported. */
  constructor(repository: Repository, paths: readonly string[]) {
    this.repository = repository
    const stems = [...new Set(paths.map(toStem))]
    this.words = new Set(stems.filter(isWord))
    this.phrases = stems.filter(stem => !isWord(stem)).slice(0, mostPhrases)
  }

  /** Those of the modules that a file of a commit mentions. */
  async list(commit: ObjectId, path: string, modules: ModulesByStem): Promise<string[]> {
    const key = `${commit}:${path}`
    const known = this.mentioned.get(key) ?? this.read(key)
    this.mentioned.set(key, known)
    return [...(await known)].flatMap(stem => modules.get(stem) ?? [])
  }

  private async read(name: string): Promise<ReadonlySet<string>> {
    const object = await this.repository.objects.read(name)
    if (object?.type !== 'blob') return new Set()
    const text = object.content.toString('utf8')
    const words = [...text.matchAll(word)].flatMap(([found]) => toParts(found))
    const phrases = this.phrases.filter(stem => text.includes(stem))
    return new Set([...words.filter(part => this.words.has(part)), ...phrases])
  }
}

const word = /[\p{L}\p{N}_$-][\p{L}\p{N}_$.-]*/gu

function isWord(stem: string): boolean {
  return stem.match(word)?.[0] === stem
}

/** Of `x.service.js`: `x`, `service`, `js`, `x.service`, `x.service.js`. */
function toParts(found: string): string[] {
  const parts = found.split('.')
  return [...parts, ...parts.map((_, index) => parts.slice(0, index + 1).join('.'))]
}

/** What an import of a file names at least: its name without the extension, or its folder. */
function toStem(path: string): string {
  const name = posix.basename(path).replace(/\.\w+$/, '')
  return /^(index|__init__|mod)$/.test(name) ? posix.basename(posix.dirname(path)) : name
}
