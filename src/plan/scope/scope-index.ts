import { type ScopePattern, tryOverlap } from './glob-overlap.ts'

interface Entry {
  readonly position: number
  readonly pattern: ScopePattern
}

/**
 * Finds the scopes that overlap a given one without comparing all pairs: two globs can only overlap if the literal folders of one
 * lead to those of the other.
 */
export class ScopeIndex {
  private readonly at = new Map<string, Entry[]>()
  private readonly below = new Map<string, Entry[]>()

  add(position: number, pattern: ScopePattern): void {
    const entry = { position, pattern }
    for (const folders of toLiteralFolders(pattern)) {
      append(this.at, folders.join('/'), entry)
      for (let depth = folders.length - 1; depth >= 0; depth--) {
        append(this.below, folders.slice(0, depth).join('/'), entry)
      }
    }
  }

  /** Positions of scopes that may overlap, latest first, except those that `isSettled`; with a path or glob in both. */
  *overlapping(
    pattern: ScopePattern,
    isSettled: (position: number) => boolean,
  ): Iterable<{ position: number; path: string }> {
    for (const entry of this.candidates(pattern)) {
      if (isSettled(entry.position)) continue
      const path = tryOverlap(entry.pattern, pattern)
      if (path !== undefined) yield { position: entry.position, path }
    }
  }

  private candidates(pattern: ScopePattern): Entry[] {
    const found = new Set<Entry>()
    for (const folders of toLiteralFolders(pattern)) {
      for (const entry of this.below.get(folders.join('/')) ?? []) found.add(entry)
      for (let depth = folders.length; depth >= 0; depth--) {
        for (const entry of this.at.get(folders.slice(0, depth).join('/')) ?? []) found.add(entry)
      }
    }
    return [...found].sort((a, b) => b.position - a.position)
  }
}

function toLiteralFolders(pattern: ScopePattern): string[][] {
  return pattern.globs.map(({ segments }) => {
    const wildcard = segments.findIndex(segment => /[*?]/.test(segment))
    return wildcard === -1 ? [...segments] : segments.slice(0, wildcard)
  })
}

function append(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = map.get(key)
  if (entries === undefined) map.set(key, [entry])
  else if (entries.at(-1) !== entry) entries.push(entry)
}
