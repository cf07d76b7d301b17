/** A finding about the machine, the repository or the plan. */
export interface DoctorFinding {
  readonly area: 'git' | 'checkouts' | 'disk' | 'sandbox' | 'plan' | 'agents' | 'github'
  /** `problem`: a run would not work. */
  readonly level: 'ok' | 'warning' | 'problem'
  readonly text: string
  /** How to fix it. */
  readonly remedy: string | null
}

export function toOk(area: DoctorFinding['area'], text: string): DoctorFinding {
  return { area, level: 'ok', text, remedy: null }
}
