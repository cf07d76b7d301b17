import type { FileChange } from '../../model/file-change.ts'
import type { ControlRepository } from '../repository/control-repository.ts'
import { readFileChanges, type TreePair } from './file-changes.ts'

type Changes = readonly FileChange[]

/** Reads differences between trees, and caches them: unchanged pairs are not compared again. */
export class FileChangesReader {
  private readonly control: ControlRepository
  private readonly known = new Map<string, Promise<Changes>>()

  constructor(control: ControlRepository) {
    this.control = control
  }

  /** The changes of each pair, by position. One process reads the unknown ones. */
  read(pairs: readonly TreePair[]): Promise<readonly Changes[]> {
    const unknown = new Map(pairs.map(pair => [toKey(pair), pair] as const))
    for (const key of this.known.keys()) unknown.delete(key)
    const fresh = readFileChanges(this.control, [...unknown.values()])
    for (const [index, key] of [...unknown.keys()].entries()) {
      const changes = fresh.then(answers => answers[index] ?? [])
      changes.catch(() => this.known.delete(key)) // a later call retries
      this.known.set(key, changes)
    }
    return Promise.all(pairs.map(pair => this.known.get(toKey(pair)) ?? []))
  }

  /** Forgets all other pairs. */
  keepOnly(pairs: readonly TreePair[]): void {
    const wanted = new Set(pairs.map(toKey))
    for (const key of this.known.keys()) if (!wanted.has(key)) this.known.delete(key)
  }
}

function toKey({ from, to }: TreePair): string {
  return `${from} ${to}`
}
