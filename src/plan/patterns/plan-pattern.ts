/** A plan that shows one way to split work for parallel agents. Paths and prompts are placeholders. */
export interface PlanPattern {
  /** When to use it, in one line. */
  readonly use: string
  /** The plan file. */
  readonly text: string
}
