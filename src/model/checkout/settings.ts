/** What a checkout has beside the files of its commit, with every default filled in. */
export interface CheckoutSettings {
  /** Undefined: no ports. */
  readonly ports?: PortSettings
  /** Variables with placeholders, such as `http://localhost:{port.1}`. */
  readonly env: Readonly<Record<string, string>>
  /** Untracked files of the user's checkout that every checkout gets, in the syntax of .gitignore. */
  readonly copy: readonly string[]
  /** Paths in the user's checkout that all checkouts share. */
  readonly link: readonly LinkSettings[]
  readonly databases: readonly DatabaseSettings[]
  /** Whether dependencies are installed according to lock files without being configured. */
  readonly dependencies: 'auto' | 'off'
  /** Which files of its commit a task's checkout has; undefined: all. */
  readonly sparse?: SparseSettings
}

export interface SparseSettings {
  /** Whether the files in the task's scope are included. */
  readonly hasScope: boolean
  /** Further ones, in the syntax of .gitignore. */
  readonly patterns: readonly string[]
}

/** A database that each checkout gets a copy of. */
export type DatabaseSettings =
  /** A file in the user's checkout. */
  | { readonly kind: 'sqlite'; readonly path: string }
  /** The address of the database to copy, or `$NAME` for the value of that variable. */
  | { readonly kind: 'postgres'; readonly url: string; readonly variable: string }
  | { readonly kind: 'mysql'; readonly url: string; readonly variable: string }
  /** The user's commands; the last line that `create` prints is the address. */
  | {
      readonly kind: 'commands'
      readonly create: string
      readonly drop: string
      readonly variable: string
    }

/** A database on a server, not a file. */
export type ServerDatabase = Exclude<DatabaseSettings, { kind: 'sqlite' }>

export interface LinkSettings {
  readonly path: string
  /** Whether sandboxed commands may write to it. */
  readonly isWritable: boolean
}

/** A program that runs alongside the agent and the tests of a checkout. */
export interface ServiceSettings {
  readonly command: string
  /** Where it answers when it is ready, with placeholders; undefined: nothing waits for it. */
  readonly ready?: string
  readonly timeoutSeconds: number
}

export interface PortSettings {
  /** The first port to allocate. */
  readonly from: number
  /** Consecutive ports of one checkout. */
  readonly count: number
}
