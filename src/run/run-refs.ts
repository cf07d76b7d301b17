import { fillBranchPattern, resultName } from '../model/names/branch-pattern.ts'
import type { TaskId } from '../model/plan.ts'
import type { RunId } from './run-id.ts'

/** Where the state of all runs is. */
export const stateRefs = 'refs/parallel-agents/'
/** Where the branches of runs are whose plans have no pattern for them. */
export const branchRefs = 'refs/heads/agents/'

/** The refs of one run: all of its state, so that every clone that has them knows the run. */
export interface RunRefs extends StateRefs {
  readonly integration: string
  branch(task: TaskId): string
}

export interface StateRefs {
  readonly plan: string
  /** The commit of the target that the run started from. */
  readonly base: string
  /** Who works on the run right now, or null. */
  readonly lock: string
  readonly report: string
  result(task: TaskId): string
  kept(task: TaskId): string
  /** What a task in progress stands on, so that git does not take it for garbage. */
  work(task: TaskId): string
  /** What the integration test said about trees. */
  readonly verdicts: string
  /** How conflicts were resolved that no rule resolves. */
  readonly resolutions: string
  /** What agents used that did not work on a task. */
  readonly spending: string
  /** The plan of a task that a person decides about. */
  workPlan(task: TaskId): string
  /** What was decided about it. */
  approval(task: TaskId): string
  /** Messages from a task to others, a commit each. */
  messages(task: TaskId): string
  /** The end of what a task (or the integration) printed. */
  log(name: TaskId): string
  /** In which attempt of a workflow run a task ended. Only where jobs exchange a run by refs. */
  attempt(task: TaskId): string
  /** Where a lane says that it has come to its end. Only where jobs exchange a run by refs. */
  lane(lane: string): string
  /** Where a lane says which job does it. Only where jobs exchange a run by refs. */
  begun(lane: string): string
  /** Says that the workflow run with that number was started. Only where a run goes on in several. */
  part(part: number): string
  /** Where a job says whether it only waits for others. Only where jobs exchange a run by refs. */
  waiting(job: string): string
}

/** @param pattern How the plan names branches. */
export function toRunRefs(run: RunId, pattern: string | undefined): RunRefs {
  const branches = `${branchRefs}${run}`
  if (pattern === undefined)
    return {
      ...toStateRefs(run),
      integration: `${branches}/integration`,
      branch: task => `${branches}/tasks/${task}`,
    }
  const branch = (task: TaskId) => `refs/heads/${fillBranchPattern(pattern, run, task)}`
  return { ...toStateRefs(run), integration: branch(resultName), branch }
}

export function toStateRefs(run: RunId): StateRefs {
  const state = `${stateRefs}${run}`
  return {
    plan: `${state}/plan`,
    base: `${state}/base`,
    lock: `${state}/lock`,
    report: `${state}/report`,
    verdicts: `${state}/verdicts`,
    resolutions: `${state}/resolutions`,
    spending: `${state}/spending`,
    result: task => `${state}/results/${task}`,
    work: task => `${state}/work/${task}`,
    kept: task => `${state}/kept/${task}`,
    workPlan: task => `${state}/plans/${task}`,
    approval: task => `${state}/approvals/${task}`,
    messages: task => `${state}/messages/${task}`,
    log: name => `${state}/logs/${name}`,
    attempt: task => `${state}/attempts/${task}`,
    lane: lane => `${state}/lanes/${lane}`,
    begun: lane => `${state}/begun/${lane}`,
    part: part => `${state}/parts/${part}`,
    waiting: job => `${state}/waiting/${job}`,
  }
}

/** `refs/heads/agents/…` as people write it. */
export function toBranchName(ref: string): string {
  return ref.replace(/^refs\/heads\//, '')
}
