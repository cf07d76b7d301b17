/** US dollars per million tokens. */
export interface Price {
  readonly input: number
  readonly cachedRead?: number
  readonly cachedWrite?: number
  readonly output: number
}

/** By model. */
export type Prices = Readonly<Record<string, Price>>
