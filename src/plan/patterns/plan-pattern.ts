/** A plan that shows one way to cut work for agents that work side by side. Paths and prompts are to be replaced. */
export interface PlanPattern {
  /** When to cut work this way, in one line. */
  readonly use: string
  /** The plan file. */
  readonly text: string
}
