import type { TaskId } from '../../model/plan.ts'

/** A lane, as the job that does it announced before it started an agent. */
export interface LaneClaim {
  readonly lane: string
  /** Of the workflow run. */
  readonly attempt: number
  readonly tasks: readonly TaskId[]
  /** Its handovers are signed with this. */
  readonly key: string | null
  /** The job that announced it, according to the artifact service; undefined where the service does not say. */
  readonly maker: string | undefined
}

/** A job left something for a task. */
export interface TaskDelivery {
  readonly task: TaskId
  readonly attempt: number
  readonly maker: string | undefined
}

export type Origin =
  | { readonly kind: 'own'; readonly key: string }
  | { readonly kind: 'foreign'; readonly reason: string }

/** Whether what was left for a task comes from the job of its lane, and from one that claims no other lane. */
export function findOrigin(
  { task, attempt, maker }: TaskDelivery,
  claims: readonly LaneClaim[],
  all: readonly TaskDelivery[],
): Origin {
  const ofTask = claims.filter(claim => claim.attempt === attempt && claim.tasks.includes(task))
  if (ofTask.length === 0)
    return toForeign(
      'no job that runs its lane has published a signing key. If another version of the action handed it over, choose "Re-run all jobs"',
    )
  const own = ofTask.find(claim => claim.maker === maker)
  if (own === undefined) return toForeign('it does not come from the job of its lane')
  const problem = tryClaimProblem(own, claims) ?? tryOtherTask(own, claims, all)
  if (problem !== undefined) return toForeign(problem)
  return own.key === null ? toForeign('its lane published no signing key') : { kind: 'own', key: own.key }
}

/** Why a job cannot speak for a lane. A job is of one lane, in all attempts: an agent may write of attempts that are still to come. */
export function tryClaimProblem(own: LaneClaim, claims: readonly LaneClaim[]): string | undefined {
  const lanes = listLanes(own.maker, claims)
  if (lanes.length > 1) return `its job claims several lanes: ${lanes.join(', ')}`
  const rivals = claims.filter(
    claim => isOfSameLane(claim, own) && !(claim.maker === own.maker && claim.key === own.key),
  )
  return rivals.some(({ maker }) => listLanes(maker, claims).length <= 1)
    ? `several jobs claim its lane ${own.lane}`
    : undefined
}

function listLanes(maker: string | undefined, claims: readonly LaneClaim[]): string[] {
  if (maker === undefined) return []
  return [...new Set(claims.filter(claim => claim.maker === maker).map(({ lane }) => lane))]
}

function isOfSameLane(one: LaneClaim, other: LaneClaim): boolean {
  return one.lane === other.lane && one.attempt === other.attempt
}

/** Names a task that the same job has handed over although no lane of its own does it. */
function tryOtherTask(
  { maker }: LaneClaim,
  claims: readonly LaneClaim[],
  all: readonly TaskDelivery[],
): string | undefined {
  if (maker === undefined) return undefined
  const own = claims.filter(claim => claim.maker === maker)
  const other = all
    .filter(left => left.maker === maker)
    .find(left => !own.some(claim => claim.attempt === left.attempt && claim.tasks.includes(left.task)))
  return other === undefined ? undefined : `its job also handed over ${other.task}, which is not in its lane`
}

function toForeign(reason: string): Origin {
  return { kind: 'foreign', reason }
}
