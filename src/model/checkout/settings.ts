/** What a checkout has beside the files of its commit, with every default filled in. */
export interface CheckoutSettings {
  /** Undefined: no ports. */
  readonly ports?: PortSettings
  /** Variables with placeholders, such as `http://localhost:{port.1}`. */
  readonly env: Readonly<Record<string, string>>
}

export interface PortSettings {
  /** The first port that may be taken. */
  readonly from: number
  /** Ports of one checkout, one after another. */
  readonly count: number
}
