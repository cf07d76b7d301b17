import type { FileChange } from '../plan/file-change.ts'
import { readFileChanges, type TreePair } from './file-changes.ts'
import type { Harness } from './harness.ts'

/** Reads what differs between trees, and remembers it until the next question: what has not moved is not compared again. */
export class FileChangesReader {
  private readonly harness: Harness
  private known = new Map<string, readonly FileChange[]>()

  constructor(harness: Harness) {
    this.harness = harness
  }

  /** The changes of each pair, by its position. */
  async read(pairs: readonly TreePair[]): Promise<readonly (readonly FileChange[])[]> {
    const unknown = new Map(pairs.map(pair => [toKey(pair), pair] as const))
    for (const key of this.known.keys()) unknown.delete(key)
    const fresh = await readFileChanges(this.harness, [...unknown.values()])
    const read = new Map([...unknown.keys()].map((key, index) => [key, fresh[index] ?? []] as const))
    const answers = pairs.map(pair => this.known.get(toKey(pair)) ?? read.get(toKey(pair)) ?? [])
    this.known = new Map(pairs.map((pair, index) => [toKey(pair), answers[index] ?? []]))
    return answers
  }
}

function toKey({ from, to }: TreePair): string {
  return `${from} ${to}`
}
