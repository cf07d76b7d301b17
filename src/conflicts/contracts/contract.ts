/** Something that other files name in literals instead of importing it, and that a file declares. */
export interface DeclaredContract {
  readonly kind: 'route' | 'table' | 'column' | 'model' | 'type' | 'definition'
  /** As declared: `/users/:id`, `users.email`, `User`. */
  readonly name: string
  /** The same for the same contract, however its parameters are written. */
  readonly key: string
}

/** A removed contract, and the file that declared it or that removes it. */
export interface LostContract extends DeclaredContract {
  readonly path: string
}

export function toContractKey({ kind, key }: DeclaredContract): string {
  return `${kind} ${key}`
}
