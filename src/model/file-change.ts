/** Neighbouring lines of a base that a side replaced. */
export interface FileHunk {
  /** The line of the base that the change begins after. */
  readonly start: number
  /** Lines of the base that were removed: 0 for a pure insertion. */
  readonly removed: number
  /** Hash of the added lines. */
  readonly added: string
}

/** A side's change to one file of a base, or an added file. */
export interface FileChange {
  readonly kind: 'added' | 'modified' | 'deleted' | 'renamed'
  /** Path in the base, or of an added file. */
  readonly path: string
  /** Path on the side; for a deleted file its old path. */
  readonly newPath: string
  readonly oldMode: string
  readonly newMode: string
  readonly oldId: string
  readonly newId: string
  /** In line order; null if git cannot merge by lines: binary files, symbolic links, submodules, changed types. */
  readonly hunks: readonly FileHunk[] | null
}
