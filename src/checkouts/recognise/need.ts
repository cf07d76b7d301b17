/** Something that the application seems to need and that its checkouts would not have. */
export interface Need {
  readonly what: string
  /** Where that is seen. */
  readonly why: string
  /** What to write into the plan. */
  readonly write: string
}
