import { isTrue } from '../workflow/expression.ts'
import { child, toText, toTexts, toValue } from '../workflow/token.ts'
import { CommandFiles } from './command-files.ts'
import type { Job } from './job.ts'
import type { JobControl } from './job-control.ts'
import type { JobState } from './job-state.ts'
import { LogReader } from './log-reader.ts'
import type { Conclusion, StepRecord } from './records.ts'
import { StepExecution } from './step-execution.ts'
import type { StepPlan } from './step-plan.ts'

interface StepSetting {
  readonly state: JobState
  readonly control: JobControl
  readonly job: Job
  /** Milliseconds of a minute. */
  readonly minute: number
}

/** Does one step, and notes how it ended. */
export async function performStep(setting: StepSetting, plan: StepPlan): Promise<void> {
  const { state, job } = setting
  const reader = new LogReader(state.masks)
  job.liveLog = reader.lines
  const files = new CommandFiles(state)
  const { outcome, env } = await toOutcome(setting, plan, reader, files)
  const isForgiven = outcome === 'failure' && mayFail(state, plan, env)
  const record: StepRecord = {
    id: plan.id,
    name: toName(state, plan, env),
    outcome,
    conclusion: isForgiven ? 'success' : outcome,
    outputs: reader.outputs,
    summary: state.masks.mask(files.readSummary(reader)),
    log: reader.lines.join('\n'),
    annotations: reader.annotations,
  }
  files.remove()
  job.liveLog = []
  job.steps.push(record)
  state.noteStep(record)
  state.noteConclusion(record.conclusion)
}

interface Ended {
  readonly outcome: Conclusion
  readonly env: Readonly<Record<string, string>>
}

async function toOutcome(
  setting: StepSetting,
  plan: StepPlan,
  reader: LogReader,
  files: CommandFiles,
): Promise<Ended> {
  const { state } = setting
  let env: Readonly<Record<string, string>> = state.env
  try {
    env = { ...state.env, ...toTexts(child(plan.token, 'env'), state.toScope()) }
    if (!isTrue(plan.condition, state.toScope(env))) return { outcome: 'skipped', env }
    const execution = new StepExecution({ state, plan, reader, env, files })
    const outcome = await runToOutcome(setting, execution)
    files.apply(state, reader)
    return { outcome, env }
  } catch (error) {
    reader.annotate({ level: 'error', message: (error as Error).message })
    return { outcome: 'failure', env }
  }
}

async function runToOutcome({ control, minute }: StepSetting, execution: StepExecution): Promise<Conclusion> {
  const limit = toLimit(execution, minute)
  control.begin(execution)
  try {
    const code = await execution.plan.perform(execution)
    if (limit.isReached())
      throw new Error(`The action '${execution.plan.name}' has timed out after ${limit.minutes} minutes.`)
    if (execution.isStopped) return 'cancelled'
    return code === 0 && execution.reader.forbidden === undefined ? 'success' : 'failure'
  } finally {
    limit.clear()
    control.finish()
  }
}

/** Stops a step when its `timeout-minutes` are over. */
function toLimit(execution: StepExecution, minute: number) {
  const { plan, state, env } = execution
  const token = plan.kind === 'main' ? child(plan.token, 'timeout-minutes') : undefined
  const minutes = token === undefined ? undefined : Number(toValue(token, state.toScope(env)))
  let isReached = false
  const reach = () => {
    isReached = true
    execution.stop({ interrupt: 100, terminate: 100 })
  }
  const timer = minutes === undefined ? undefined : setTimeout(reach, minutes * minute)
  return { minutes, isReached: () => isReached, clear: () => clearTimeout(timer) }
}

function mayFail(state: JobState, plan: StepPlan, env: Readonly<Record<string, string>>): boolean {
  const token = plan.kind === 'main' ? child(plan.token, 'continue-on-error') : undefined
  return toValue(token, state.toScope(env)) === true
}

/** As the page of a job shows it: by its `name`, or by what it runs. */
function toName(state: JobState, plan: StepPlan, env: Readonly<Record<string, string>>): string {
  if (plan.kind !== 'main') return plan.name
  try {
    const scope = state.toScope(env)
    const script = toText(child(plan.token, 'run'), scope)?.split('\n')[0]
    const named = toText(child(plan.token, 'name'), scope) ?? (script && `Run ${script}`)
    return state.masks.mask(named ?? plan.name)
  } catch {
    return plan.name // what it would be named by failed, and the step says so
  }
}
