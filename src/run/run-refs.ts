import { fillBranchPattern, resultName } from '../model/names/branch-pattern.ts'
import type { TaskId } from '../model/plan.ts'
import type { RunId } from './run-id.ts'

/** Prefix of all runs' state refs. */
export const stateRefs = 'refs/parallel-agents/'
/** Prefix of branches of runs without a branch pattern. */
export const branchRefs = 'refs/heads/agents/'

/** The refs of one run: its complete state, so that every clone with these refs knows the run. */
export interface RunRefs extends StateRefs {
  readonly integration: string
  branch(task: TaskId): string
}

export interface StateRefs {
  readonly plan: string
  /** The commit of the target that the run started from. */
  readonly base: string
  /** The process that works on the run, or null. */
  readonly lock: string
  readonly report: string
  result(task: TaskId): string
  kept(task: TaskId): string
  /** The start of a task in progress, kept from garbage collection. */
  work(task: TaskId): string
  /** Test results by tree. */
  readonly verdicts: string
  /** Resolutions that no rule made. */
  readonly resolutions: string
  /** Usage of agents outside of tasks. */
  readonly spending: string
  /** The plan of a task that a person approves. */
  workPlan(task: TaskId): string
  /** The decision about it. */
  approval(task: TaskId): string
  /** Messages from a task to others, a commit each. */
  messages(task: TaskId): string
  /** The end of the log of a task or the integration. */
  log(name: TaskId): string
  /** In which attempt of a workflow run a task ended. Only if jobs exchange a run by refs. */
  attempt(task: TaskId): string
  /** A lane's completion. Only if jobs exchange a run by refs. */
  lane(lane: string): string
  /** The job that runs a lane. Only if jobs exchange a run by refs. */
  begun(lane: string): string
  /** Marks that this part, a further workflow run of a continued run, was started. */
  part(part: number): string
  /** Which merge was published as a whole. Only if jobs exchange a run by artifacts, which are deleted then. */
  readonly published: string
  /** Whether a job only waits for others. Only if jobs exchange a run by refs. */
  waiting(job: string): string
}

/** @param pattern The plan's branch pattern. */
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
    published: `${state}/published`,
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
