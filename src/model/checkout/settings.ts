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
}

export interface LinkSettings {
  readonly path: string
  /** Whether commands in the sandbox may change it. */
  readonly isWritable: boolean
}

export interface PortSettings {
  /** The first port that may be taken. */
  readonly from: number
  /** Ports of one checkout, one after another. */
  readonly count: number
}
