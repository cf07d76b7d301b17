/** Neighbouring lines of a base that a side replaced. */
export interface Hunk {
  /** How many lines of the base stand before the change. */
  readonly start: number
  /** How many lines of the base were taken out: 0 where lines were only put in. */
  readonly removed: number
  /** Hash of the lines that were put in. */
  readonly added: string
}

/** What a side did to one file of a base, or to one that it added. */
export interface FileChange {
  readonly kind: 'added' | 'modified' | 'deleted' | 'renamed'
  /** Path in the base; for an added file the path it was given. */
  readonly path: string
  /** Path on the side; for a deleted file the path it had. */
  readonly newPath: string
  readonly oldMode: string
  readonly newMode: string
  readonly oldId: string
  readonly newId: string
  /** In the order of the lines; null where git cannot merge by lines: binary files, symbolic links, submodules, other types. */
  readonly hunks: readonly Hunk[] | null
}
