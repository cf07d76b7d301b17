/** A file that a task changed. Modes as in git trees (`100644`, `120000` for a symbolic link, `000000` for none). */
export interface Change {
  readonly path: string
  /** A(dded), M(odified), D(eleted) or T(ype changed). */
  readonly status: string
  readonly oldMode: string
  readonly newMode: string
  readonly oldId: string
  readonly newId: string
}
