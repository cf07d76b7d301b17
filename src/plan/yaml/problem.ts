/** A place in a plan file: keys and indexes from its root. */
export type PlanPath = readonly (string | number)[]

/** A problem in a plan, and its correction. Lines and columns count from 1. */
export interface Problem {
  readonly message: string
  readonly path: PlanPath
  readonly line?: number
  readonly column?: number
}

/** `plan.yml:14:5  unknown key …`, a line for each problem. */
export function listProblems(file: string, problems: readonly Problem[]): string[] {
  const places = problems.map(problem => toPlace(file, problem))
  const width = Math.max(...places.map(place => place.length))
  return problems.map((problem, index) => `${places[index]?.padEnd(width)}  ${problem.message}`)
}

function toProblemText(file: string, problems: readonly Problem[]): string {
  const total = problems.length === 1 ? '1 problem' : `${problems.length} problems`
  return [...listProblems(file, problems), `${total}, nothing was started.`].join('\n')
}

function toPlace(file: string, problem: Problem): string {
  if (problem.line === undefined) return file
  return `${file}:${problem.line}:${problem.column ?? 1}`
}

/** The plan is invalid. Carries every problem. */
export class PlanError extends Error {
  readonly file: string
  readonly problems: readonly Problem[]

  constructor(file: string, problems: readonly Problem[]) {
    super(toProblemText(file, problems))
    this.name = 'PlanError'
    this.file = file
    this.problems = problems
  }
}
