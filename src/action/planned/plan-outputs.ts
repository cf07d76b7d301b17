import { type Lane, matrixJobs } from '../../plan/lanes/lanes.ts'

export interface PlannedLanes {
  readonly run: string
  readonly base: string
  readonly lanes: readonly Lane[]
  readonly maxParallel: number | undefined
  /** The plan for the other jobs, if they cannot read it from a file. */
  readonly planText: string
}

/** The outputs of `command: plan`: a matrix of lanes, and what their jobs need. */
export function toPlanOutputs({
  run,
  base,
  lanes,
  maxParallel,
  planText,
}: PlannedLanes): Record<string, string> {
  return {
    run,
    base,
    lanes: JSON.stringify(lanes),
    'max-parallel': String(maxParallel ?? matrixJobs),
    'has-tasks': String(lanes.length > 0),
    'plan-text': planText,
  }
}
