import type { EntryBudget } from '../diff/entry-budget.ts'
import { readChanges, type TreeChange } from '../diff/tree-diff.ts'
import type { ObjectId } from '../objects/objects.ts'
import { runGit } from '../process/run-git.ts'
import { allRefs } from '../refs/reachability.ts'
import type { ControlRepository } from '../repository/control-repository.ts'

/** An agent's commit, with its parents. */
export interface OwnCommit {
  readonly id: ObjectId
  readonly parents: readonly ObjectId[]
}

/** The commits of an agent. */
export type AgentHistory =
  /** All of them follow the start, and no foreign ref reaches them. The oldest first. */
  | { readonly kind: 'own'; readonly commits: readonly OwnCommit[] }
  /** Some belong to others: if such a history landed, git would consider their files merged, and lose them. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'too-long'; readonly most: number }

export interface HistoryRequest {
  readonly start: ObjectId
  readonly head: ObjectId
  /** Refs with earlier results of the same task. */
  readonly ownRefs: readonly string[]
}

const mostCommits = 10_000

/** Reads the commits that an agent added to its start. */
export async function readAgentHistory(
  control: ControlRepository,
  request: HistoryRequest,
): Promise<AgentHistory> {
  const { start, head, ownRefs } = request
  const range = [head, `^${start}`]
  const args = ['rev-list', '--topo-order', '--parents', `--max-count=${mostCommits + 1}`, ...range]
  const lines = (await runGit(control.place, args)).split('\n').filter(line => line !== '')
  if (lines.length > mostCommits) return { kind: 'too-long', most: mostCommits }
  const commits = lines.reverse().map(line => toCommit(line.split(' ')))
  if (!areDescendants(commits, start)) return { kind: 'foreign' }
  const others = [...ownRefs.map(ref => `--exclude=${ref}`), ...allRefs]
  const own = await runGit(control.repository.place, ['rev-list', '--count', ...range, '--not', ...others])
  return Number(own) === commits.length ? { kind: 'own', commits } : { kind: 'foreign' }
}

function toCommit([id = '', ...parents]: readonly string[]): OwnCommit {
  return { id, parents }
}

/** @param commits Parents before their children. */
function areDescendants(commits: readonly OwnCommit[], start: ObjectId): boolean {
  const descendants = new Set([start])
  for (const { id, parents } of commits)
    if (parents.some(parent => descendants.has(parent))) descendants.add(id)
  return descendants.size === commits.length + 1
}

/** Every change of every commit, against each of its parents. */
export async function readHistoryChanges(
  { repository }: ControlRepository,
  commits: readonly OwnCommit[],
  budget: EntryBudget,
): Promise<TreeChange[]> {
  const changes: TreeChange[] = []
  for (const { id, parents } of commits)
    for (const parent of parents) changes.push(...(await readChanges(repository, parent, id, budget)))
  return changes
}
