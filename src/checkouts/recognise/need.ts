/** Something that the application seems to need and its checkouts lack. */
export interface Need {
  readonly what: string
  /** The evidence. */
  readonly why: string
  /** The line to add to the plan. */
  readonly write: string
}
