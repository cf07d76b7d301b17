import type { TaskId } from '../../model/plan.ts'
import { findCycles } from '../../plan/graph/graph.ts'
import { tryGlobProblem } from '../../plan/scope/globs.ts'
import type { IssueBlocks } from './issue-blocks.ts'
import type { ListedIssue } from './list-issues.ts'

/** An issue with everything known about it. */
export interface KnownIssue {
  readonly issue: ListedIssue
  readonly blocks: IssueBlocks
  /** Whether its commands and globs may be used: a user who may push wrote it, or approved this version. */
  readonly isTrusted: boolean
  /** Why it cannot become a task, whatever its text. */
  readonly obstacle: string | undefined
  readonly prerequisites: readonly number[]
}

export interface IssueTask {
  readonly id: TaskId
  readonly issue: ListedIssue
  readonly needs: readonly TaskId[]
  readonly files: readonly string[]
  readonly test: string | undefined
}

export interface LeftIssue {
  readonly number: number
  readonly title: string
  readonly reason: string
  /** What its text lacks, so that its author can be asked. */
  readonly missing: readonly string[]
  /** The open issue that it waits for. */
  readonly waitsFor?: number
}

export interface SortedIssues {
  readonly tasks: readonly IssueTask[]
  readonly left: readonly LeftIssue[]
  readonly notices: readonly string[]
}

const fewestWords = 4
/** Of an open prerequisite. */
export const notDone = 'is not done'

function toTaskId(number: number): TaskId {
  return `issue-${number}`
}

/**
 * Which issues become tasks, and why the others do not.
 *
 * @param unfinished Prerequisites outside of the selection that are not done, with the reason: "is not done".
 */
export function sortIssues(
  known: readonly KnownIssue[],
  unfinished: ReadonlyMap<number, string>,
): SortedIssues {
  const left = new Map<number, LeftIssue>()
  const leave: Leave = ({ issue }, reason, more = {}) =>
    left.set(issue.number, { number: issue.number, title: issue.title, reason, missing: [], ...more })
  for (const entry of known) {
    const obstacle = entry.obstacle ?? tryScopeProblem(entry)
    if (obstacle !== undefined) leave(entry, obstacle)
    else if (isVague(entry)) leave(entry, 'it does not describe a change', { missing: ['what is wanted'] })
  }
  for (let size = -1; size !== left.size; ) {
    size = left.size
    leaveCycles(known.filter(isIn), leave)
    for (const entry of known.filter(isIn)) {
      const open = entry.prerequisites.find(number => left.has(number) || unfinished.has(number))
      if (open !== undefined) leaveWaiting(entry, open, unfinished.get(open) ?? notDone)
    }
  }
  const tasks = known.filter(isIn)
  const chosen = new Set(known.map(({ issue }) => issue.number))
  return {
    tasks: tasks.map(entry => toTask(entry, chosen)),
    left: [...left.values()].sort((a, b) => a.number - b.number),
    notices: tasks.flatMap(toNotices),
  }

  function leaveWaiting(entry: KnownIssue, open: number, state: string): void {
    leave(entry, `it waits for #${open}, which ${state}`, state === notDone ? { waitsFor: open } : {})
  }

  function isIn({ issue }: KnownIssue): boolean {
    return !left.has(issue.number)
  }
}

type Leave = (
  entry: KnownIssue,
  reason: string,
  more?: Partial<Pick<LeftIssue, 'missing' | 'waitsFor'>>,
) => void

/** Issues that need each other, such as a part that depends on its whole. */
function leaveCycles(known: readonly KnownIssue[], leave: Leave): void {
  const nodes = known.map(({ issue, prerequisites }) => ({
    id: `#${issue.number}`,
    needs: prerequisites.map(number => `#${number}`),
    after: [],
  }))
  for (const cycle of findCycles(nodes)) {
    const members = known.filter(({ issue }) => cycle.includes(`#${issue.number}`))
    for (const entry of members) leave(entry, `it is part of a cycle: ${cycle.join(' needs ')}`)
  }
}

/** Scopes of people who may not push are ignored. */
function tryScopeProblem({ blocks, isTrusted }: KnownIssue): string | undefined {
  const problems = isTrusted ? blocks.files.flatMap(toScopeProblems) : []
  return problems.length === 0 ? undefined : `in its files, ${problems.join('; ')}`
}

function toScopeProblems(glob: string): string[] {
  const problem = tryGlobProblem(glob)
  return problem === undefined ? [] : [`\`${glob}\` ${problem}`]
}

/** The issues that depend on one, directly or through each other. */
export function listDependents(known: readonly KnownIssue[], prerequisite: number): KnownIssue[] {
  const reached = new Set([prerequisite])
  for (let size = 0; size !== reached.size; ) {
    size = reached.size
    for (const { issue, prerequisites } of known)
      if (prerequisites.some(number => reached.has(number))) reached.add(issue.number)
  }
  return known.filter(({ issue }) => issue.number !== prerequisite && reached.has(issue.number))
}

function isVague({ blocks }: KnownIssue): boolean {
  const words = blocks.wish.replace(/^#{1,6}\s.*$/gm, '').match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length < fewestWords
}

function toTask(entry: KnownIssue, chosen: ReadonlySet<number>): IssueTask {
  const { issue, blocks, isTrusted, prerequisites } = entry
  const needs = prerequisites.filter(number => chosen.has(number) && number !== issue.number)
  return {
    id: toTaskId(issue.number),
    issue,
    needs: needs.map(toTaskId),
    files: isTrusted ? blocks.files : [],
    test: isTrusted ? blocks.test : undefined,
  }
}

function toNotices({ issue, blocks, isTrusted }: KnownIssue): string[] {
  const author = issue.user?.login ?? 'ghost'
  const says = [...(blocks.files.length > 0 ? ['files'] : []), ...(blocks.test === undefined ? [] : ['test'])]
  if (says.length > 0 && !isTrusted)
    return [
      `#${issue.number}: its ${says.join(' and ')} are ignored, because ${author} has no push access here: add them to the plan if they are right`,
    ]
  if (blocks.files.length > 0) return []
  return [
    `#${issue.number} names no files: its task may change anything that is not protected, and overlaps cannot be detected`,
  ]
}
