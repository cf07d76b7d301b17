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
  /** Whether what lock files say is installed without being asked for. */
  readonly dependencies: 'auto' | 'off'
  /** Which files of its commit the checkout of a task has; undefined: all. */
  readonly sparse?: SparseSettings
}

export interface SparseSettings {
  /** Whether those that the scope of the task is in are there. */
  readonly hasScope: boolean
  /** Further ones, in the syntax of .gitignore. */
  readonly patterns: readonly string[]
}

/** A database that each checkout gets a copy of. */
export type DatabaseSettings =
  /** A file in the user's checkout. */
  | { readonly kind: 'sqlite'; readonly path: string }
  /** The address of the database to copy, or `$NAME` for what that variable holds. */
  | { readonly kind: 'postgres'; readonly url: string; readonly variable: string }
  | { readonly kind: 'mysql'; readonly url: string; readonly variable: string }
  /** Commands of the user's; the last line that `create` prints is the address. */
  | {
      readonly kind: 'commands'
      readonly create: string
      readonly drop: string
      readonly variable: string
    }

/** One that is on a server, and not a file. */
export type ServerDatabase = Exclude<DatabaseSettings, { kind: 'sqlite' }>

export interface LinkSettings {
  readonly path: string
  /** Whether sandboxed commands may write to it. */
  readonly isWritable: boolean
}

/** A program that runs alongside the agent and the tests of a checkout. */
export interface ServiceSettings {
  readonly command: string
  /** Where it answers when it is ready, with placeholders; undefined: it is not waited for. */
  readonly ready?: string
  readonly timeoutSeconds: number
}

export interface PortSettings {
  /** The first port to allocate. */
  readonly from: number
  /** Ports of one checkout, one after another. */
  readonly count: number
}
