import type { OwnCommit } from '../../git/agent-work/own-history.ts'
import { findUnfiltered } from '../../git/attributes/file-filters.ts'
import { harnessIdentity, type Trailer, toMessage, writeCommit } from '../../git/objects/commits.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import { toAuthor } from '../../git/repository/identity.ts'
import { requireCommit } from '../../git/trees/read-commit.ts'
import type { Change } from '../../model/change.ts'
import { toInertLine } from '../../model/inert-text.ts'
import type { RunContext } from '../../run/run-context.ts'
import { maskSecrets } from '../../secrets/masking.ts'
import { checkHistory } from '../gates/change-gates.ts'
import type { GatedChange } from '../gates/gate.ts'
import { findSecrets } from '../gates/secrets-gate.ts'
import { toAgentTrailers } from '../work/agent-trailers.ts'
import type { CollectedWork } from '../work/collect-work.ts'
import { toCommitBody, toSubjectAndBody } from '../work/commit-body.ts'
import { toTrailers } from '../work/keep-work.ts'
import { tryCollectHistory } from '../work/take-head.ts'
import { type TaskWork, toRetries } from '../work/task-work.ts'
import { toAttemptAgent } from './attempt-agent.ts'
import { readSummary } from './read-summary.ts'

/**
 * Creates the tip of the task's branch. The agent's commits stay, and uncommitted work is committed on top. If its commits cannot be
 * published (not all follow the start, some are others', or a gate refuses one), one commit replaces them.
 */
export async function writeBranchCommit(
  context: RunContext,
  work: TaskWork,
  collected: CollectedWork,
  message: string,
): Promise<ObjectId> {
  const { repository } = context
  const { head, tree } = collected
  const parent = (await canPublishHistory(context, work, collected)) ? head : work.start
  if (parent !== work.start && (await requireCommit(repository, parent)).tree === tree) return parent

  return writeCommit(repository.store, {
    tree,
    parents: [parent],
    author: toAuthor(repository),
    committer: harnessIdentity,
    date: Math.floor(Date.now() / 1000),
    message,
    trailers: [],
  })
}

/** The message of the commit made for an agent: the title of the task, the agent's summary, and trailers. */
export function makeBranchMessage(context: RunContext, work: TaskWork): string {
  const { task } = work
  const body = toCommitBody(readSummary(context.paths.task(task.id).report))
  return toMessage(toSubjectAndBody(toInertLine(task.title), body), [
    ...toTrailers(context, task.id),
    ...toTrailersOfWork(context, work),
  ])
}

/** A fallback or a retry may have changed the plan's agent. */
function toTrailersOfWork({ plan }: RunContext, work: TaskWork): Trailer[] {
  const { task, agent: last } = work
  const planned = toAttemptAgent(plan, task, toRetries(work))
  const agent = last === null || last === planned.name ? planned : plan.agents[last]
  return agent === undefined ? [['Agent', task.agent]] : toAgentTrailers(agent)
}

async function canPublishHistory(
  context: RunContext,
  work: TaskWork,
  collected: CollectedWork,
): Promise<boolean> {
  const { head, history } = collected
  if (head === work.start) return true
  if (history === undefined) return false
  const changes = await tryCollectHistory(context, history)
  if (changes === undefined) return false
  const refusal = checkHistory({ plan: context.plan, task: work.task, changes, problems: [] })
  if (refusal !== undefined || (await holdsUnfiltered(context, collected, changes))) return false
  return !(await holdsSecrets(context, work, history, changes))
}

/** A secret that a later commit removes is still in the earlier one, or in an agent's text about it. */
async function holdsSecrets(
  context: RunContext,
  { start }: TaskWork,
  history: readonly OwnCommit[],
  changes: readonly GatedChange[],
): Promise<boolean> {
  for (const { id } of history) {
    const commit = String((await context.repository.objects.read(id))?.content ?? '')
    if (maskSecrets(commit) !== commit) return true
  }
  return (await findSecrets(context, { start, changes })).length > 0
}

/** Content that a filter removes (a secret, a large file) must not be in an earlier commit either. The files of the tip were filtered. */
async function holdsUnfiltered(
  { control }: RunContext,
  { tree, changes: ofTip }: CollectedWork,
  changes: readonly Change[],
): Promise<boolean> {
  const clean = new Set(ofTip.map(({ path, newId }) => `${newId} ${path}`))
  const files = changes
    .filter(({ path, newId, newMode }) => newMode.startsWith('100') && !clean.has(`${newId} ${path}`))
    .map(({ path, newId }) => ({ path, id: newId }))
  return (await findUnfiltered(control, tree, files)).length > 0
}
