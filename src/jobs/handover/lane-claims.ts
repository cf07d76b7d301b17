import type { TaskId } from '../../model/plan.ts'

/** A lane, as the job that does it told before it started an agent. */
export interface LaneClaim {
  readonly lane: string
  /** Of the workflow run. */
  readonly attempt: number
  readonly tasks: readonly TaskId[]
  /** What its handovers are signed with. */
  readonly key: string | null
  /** The job that told it, by the word of the artifact service; undefined where the service does not say. */
  readonly maker: string | undefined
}

/** That a job has left something for a task. */
export interface LeftForTask {
  readonly task: TaskId
  readonly attempt: number
  readonly maker: string | undefined
}

export type Origin =
  | { readonly kind: 'own'; readonly key: string }
  | { readonly kind: 'foreign'; readonly reason: string }

/** Whether what was left for a task is from the job that does its lane, and from one that speaks for that lane only. */
export function findOrigin(
  left: LeftForTask,
  claims: readonly LaneClaim[],
  all: readonly LeftForTask[],
): Origin {
  const { task, attempt, maker } = left
  const ofAttempt = claims.filter(claim => claim.attempt === attempt)
  const lanes = ofAttempt.filter(({ tasks }) => tasks.includes(task))
  const [own] = lanes.filter(claim => claim.maker === maker)
  if (own === undefined)
    return toForeign(
      lanes.length === 0 ? 'no lane has begun that does it' : 'it is not from the job that does its lane',
    )
  const spoken = new Set(ofAttempt.filter(claim => claim.maker === maker).map(({ lane }) => lane))
  if (maker !== undefined && spoken.size > 1)
    return toForeign(`the job that it is from speaks for several lanes: ${[...spoken].join(', ')}`)
  const other = all.find(
    one => isOfSameJob(one, left) && maker !== undefined && !own.tasks.includes(one.task),
  )
  if (other !== undefined)
    return toForeign(
      `the job that it is from has handed over ${other.task} as well, which is not in its lane`,
    )
  return own.key === null ? toForeign('its lane has told no key') : { kind: 'own', key: own.key }
}

function isOfSameJob(one: LeftForTask, other: LeftForTask): boolean {
  return one.maker === other.maker && one.attempt === other.attempt
}

function toForeign(reason: string): Origin {
  return { kind: 'foreign', reason }
}
