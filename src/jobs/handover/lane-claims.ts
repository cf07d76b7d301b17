import type { TaskId } from '../../model/plan.ts'
import { mostCopies } from './artifact-name.ts'

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

/** All that jobs of a run have left. */
export interface KnownMakers {
  readonly claims: readonly LaneClaim[]
  readonly all: readonly TaskDelivery[]
  /** The jobs that have begun to merge: they do no lane. */
  readonly mergers: ReadonlySet<string>
}

export type Origin =
  | { readonly kind: 'own'; readonly key: string }
  | { readonly kind: 'foreign'; readonly reason: string }

/** Whether what was left for a task comes from the job of its lane, and from one that claims nothing else. */
export function findOrigin({ task, attempt, maker }: TaskDelivery, known: KnownMakers): Origin {
  const ofTask = known.claims.filter(claim => claim.attempt === attempt && claim.tasks.includes(task))
  if (ofTask.length === 0)
    return toForeign(
      'no job that runs its lane has published a signing key. If another version of the action handed it over, choose "Re-run all jobs"',
    )
  const own = ofTask.find(claim => claim.maker === maker)
  if (own === undefined) return toForeign('it does not come from the job of its lane')
  const problem = tryClaimProblem(own, known) ?? tryOtherTask(own, known)
  if (problem !== undefined) return toForeign(problem)
  return own.key === null ? toForeign('its lane published no signing key') : { kind: 'own', key: own.key }
}

/**
 * Why a job cannot speak for a lane. A job does one lane with the same tasks in all attempts, and a task is in one lane: an agent may
 * write of attempts that are still to come, or in place of an announcement that it has deleted.
 */
export function tryClaimProblem(own: LaneClaim, known: KnownMakers): string | undefined {
  const ofLane = known.claims.filter(claim => isOfSameLane(claim, own))
  if (ofLane.length >= mostCopies)
    return `its lane ${own.lane} was announced ${ofLane.length} times, and nothing shows which one is genuine`
  const lie = tryLie(own.maker, known)
  if (lie !== undefined) return lie
  const others = known.claims.filter(
    claim =>
      !(claim.maker === own.maker && claim.key === own.key) && tryLie(claim.maker, known) === undefined,
  )
  if (others.some(claim => isOfSameLane(claim, own))) return `several jobs claim its lane ${own.lane}`
  const shared = others
    .filter(({ lane }) => lane !== own.lane)
    .flatMap(({ tasks }) => own.tasks.filter(task => tasks.includes(task)))[0]
  return shared === undefined ? undefined : `several jobs claim ${shared}`
}

/** Why no claim of a job counts, not even against others. */
function tryLie(maker: string | undefined, { claims, mergers }: KnownMakers): string | undefined {
  if (maker === undefined) return undefined
  if (mergers.has(maker)) return 'its job merges, and does no lane'
  const own = claims.filter(claim => claim.maker === maker)
  const lanes = new Set(own.map(({ lane }) => lane))
  if (lanes.size > 1) return `its job claims several lanes: ${[...lanes].join(', ')}`
  const tasks = new Set(own.map(claim => claim.tasks.join(' ')))
  return tasks.size > 1 ? `its job announces its lane ${[...lanes].join('')} in several ways` : undefined
}

function isOfSameLane(one: LaneClaim, other: LaneClaim): boolean {
  return one.lane === other.lane && one.attempt === other.attempt
}

/** Names a task that the same job has handed over although no lane of its own does it. */
function tryOtherTask({ maker }: LaneClaim, { claims, all }: KnownMakers): string | undefined {
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
