import { squashTrailer } from '../../git/merge/chain.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { ControlRepository } from '../../git/repository/control-repository.ts'
import { type MergeCommitRequest, writeJoined, writeMerge, writeSquash } from '../../merging/write-merge.ts'
import { toInertLine } from '../../model/inert-text.ts'
import type { TaskId } from '../../model/plan.ts'
import type { RunContext } from '../../run/run-context.ts'
import { toCommitBody, toFirstSentence, toSubjectAndBody } from '../../tasks/work/commit-body.ts'
import { toMergeMessage, toMergeTrailers } from '../../tasks/work/merge-message.ts'
import type { Branch, ChainTip, Merged } from './merge-step.ts'

/** A merge without unresolved conflicts. */
export interface MadeMerge extends Pick<Merged, 'resolved' | 'with'> {
  /** The tree. */
  readonly merged: ObjectId
}

export interface LinkRequest {
  readonly tip: ChainTip
  readonly branch: Branch
  readonly made: MadeMerge
}

/** Writes the commit for a branch: its merge, or in linear history a squash. */
export async function writeLink(
  { context, control }: { readonly context: RunContext; readonly control: ControlRepository },
  { tip, branch, made }: LinkRequest,
): Promise<Merged> {
  const { task, commit: theirs } = branch
  const { merged: tree, resolved, with: others } = made
  const { repository } = control
  const isLinear = context.plan.history === 'linear'
  const { run } = context
  const facts = { run, task: { id: task, title: branch.title }, summary: branch.summary, resolved }
  const trailers = toMergeTrailers(facts)
  const request = { ours: tip.commit, theirs, tree, message: toMergeMessage(facts), trailers }
  const commit = await (isLinear
    ? writeSquash(repository, toSquash(request, branch, toPrompt(context, task)))
    : writeMerge(repository, request))
  const isWhole = !isLinear && tip.joined === tip.commit && branch.joined === theirs
  const joined = isWhole ? commit : await writeJoined(repository, [commit, tip.joined, branch.joined])
  return { kind: 'merged', task, commit, tree, joined, resolved, with: others }
}

function toPrompt({ plan }: RunContext, task: TaskId): string {
  return plan.tasks.find(({ id }) => id === task)?.prompt ?? ''
}

/** A squashed task reads like any other change: without a summary, its body says what was asked for. */
function toSquash(
  merge: MergeCommitRequest,
  { title, summary, credits }: Branch,
  prompt: string,
): MergeCommitRequest {
  const [agent, ...coAuthors] = credits
  const trailers = [...merge.trailers, ...(agent === undefined ? [] : [agent])]
  return {
    ...merge,
    message: toSubjectAndBody(toInertLine(title), toCommitBody(summary ?? toFirstSentence(prompt))),
    trailers: [...trailers, [squashTrailer, merge.theirs], ...coAuthors],
  }
}
