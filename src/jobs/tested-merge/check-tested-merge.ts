import type { Plan } from '../../model/plan.ts'
import type { TestsVerdict } from '../../model/report.ts'
import type { RemadeMerge } from './remake-merge.ts'
import type { SentResolution, TestedMerge } from './tested-merge.ts'

/** What a merge must contain to be the expected one. */
export interface ExpectedMerge {
  readonly run: string
  readonly attempt: number
  readonly plan: string
  readonly base: string
  /** The tree of the base. */
  readonly baseTree: string
}

/** A mismatch in a merge, before anything is merged. Undefined: none. */
export function tryMergeProblem(merge: TestedMerge, expected: ExpectedMerge, plan: Plan): string | undefined {
  for (const key of ['run', 'attempt', 'plan', 'base'] as const)
    if (merge[key] !== expected[key]) return `wrong ${key}: it is for ${merge[key]}, not for ${expected[key]}`
  const known = new Set(plan.tasks.map(({ id }) => id))
  const named = [...merge.landed, ...merge.left].map(({ task }) => task)
  const unknown = named.find(task => !known.has(task))
  if (unknown !== undefined) return `unknown task: the plan has no ${unknown}`
  const twice = named.find((task, index) => named.indexOf(task) !== index)
  if (twice !== undefined) return `it names ${twice} twice`
  if (merge.problem !== null) return tryOwnProblem(merge, expected)
  if (
    merge.landed.length > 0 &&
    plan.integration.test !== undefined &&
    !greenEnough.includes(merge.tests.verdict)
  )
    return `it was not tested: the plan has a test, and it says that the tests are "${merge.tests.verdict}"`
  return undefined
}

/** Test results that allow landing, if there is a test. */
const greenEnough: readonly TestsVerdict[] = ['passed', 'no-new-failures']

/** With a problem nothing lands, so there is nothing to repeat. */
function tryOwnProblem(merge: TestedMerge, { base, baseTree }: ExpectedMerge): string | undefined {
  const isBase = merge.commit === base && merge.tree === baseTree
  if (isBase && merge.landed.length === 0 && merge.resolutions.length === 0) return undefined
  return 'it does not match: it names a problem for which nothing can land, and another base'
}

/** How a merge differs from the one rebuilt from the same branches. Undefined: not at all. */
export function tryRemakeProblem(
  merge: TestedMerge,
  remade: RemadeMerge,
  used: ReadonlySet<SentResolution>,
): string | undefined {
  const spare = merge.resolutions.find(resolution => !used.has(resolution))
  if (spare !== undefined)
    return `it has a resolution of ${JSON.stringify(spare.path)}, which has no such conflict`
  const told = toList(merge.landed)
  const own = toList(remade.landed)
  if (told !== own) return `wrong branches: it says ${told}, but ${own} merge`
  if (merge.tree !== remade.tip.tree)
    return `wrong tree: it says that ${merge.tree} was tested, but the branches merge to ${remade.tip.tree}`
  if (merge.commit !== remade.tip.commit)
    return `wrong commit: it says ${merge.commit}, but the branches merge to ${remade.tip.commit}`
  const other = merge.left.find(({ task, landing }) => landing !== toLanding(remade, task))
  return other === undefined ? undefined : `it says that ${other.task} is ${other.landing}, but it is not`
}

function toList(landed: RemadeMerge['landed']): string {
  return landed.map(({ task, commit }) => `${task} at ${commit.slice(0, 12)}`).join(', ')
}

/** Omitted branches are in no step. */
function toLanding({ steps, branches }: RemadeMerge, task: string): string {
  return steps.find(step => step.task === task)?.kind ?? (branches.includes(task) ? 'evicted' : 'none')
}
