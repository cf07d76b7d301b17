import { join } from 'node:path'
import type { Reservation } from '../../agents/accounts/budget-book.ts'
import { SessionSlot } from '../../agents/acp/session-slot.ts'
import type { AgentAnswer } from '../../agents/agent-request.ts'
import { toResolvePrompt } from '../../agents/prompts/resolve-prompt.ts'
import { runAgent } from '../../agents/run-agent.ts'
import { equip, unequip } from '../../checkouts/equip.ts'
import { makeOwnFolder } from '../../files/own-folder.ts'
import { removePlain } from '../../files/plain-file.ts'
import type { Worktree } from '../../git/worktree/worktree.ts'
import {
  applyFiles,
  type ConflictedMerge,
  type ResolvedFile,
  type Resolving,
  type UnresolvedFile,
} from '../../merging/merge-conflict.ts'
import { toStoredResolution } from '../../merging/stored-resolution.ts'
import { listSome } from '../../model/names/list-some.ts'
import type { Agent, Task } from '../../model/plan.ts'
import { settleSpending } from '../../run/open-spending.ts'
import type { RunContext } from '../../run/run-context.ts'
import type { TaskPaths } from '../../run/run-paths.ts'
import { addSpending } from '../../run/spending.ts'
import { writeLogLine } from '../../run/task-log.ts'
import type { TurnOrder } from '../../tasks/asking/agent-turn.ts'
import { toAgentRequest } from '../../tasks/asking/to-agent-request.ts'
import { TurnsWithBackoff, type TurnWithBackoff } from '../../tasks/asking/turns-with-backoff.ts'
import { watchSpending } from '../../tasks/asking/watch-spending.ts'
import { removeTaskFolders } from '../../tasks/work/task-folders.ts'
import { nothingSpent } from '../../tasks/work/task-work.ts'
import { checkOutAs, writeOpenMerge } from './check-out-merge.ts'
import { type Question, toLeft, tryQuestion, writeVersions } from './conflict-question.ts'
import { judgeAnswer } from './judge-answer.ts'
import { readSideReports } from './side-reports.ts'

export interface AgentResolution {
  readonly files: readonly ResolvedFile[]
  readonly left: readonly UnresolvedFile[]
}

/**
 * Asks the integration's agent to resolve files that rules could not, in a worktree of the merge. Its answer is only accepted if it
 * drops nothing; otherwise the agent gets the losses, as often as the plan allows. The resolution is stored.
 */
export async function resolveWithAgent(
  resolving: Resolving,
  merge: ConflictedMerge,
  resolved: readonly ResolvedFile[],
  left: readonly UnresolvedFile[],
): Promise<AgentResolution> {
  const { context, control } = resolving
  const agent = context.plan.agents[context.plan.integration.agent ?? '']
  if (agent === undefined) return { files: [], left }
  const questions = await Promise.all(left.map(file => tryQuestion(resolving, file)))
  if (questions.some(question => question === undefined)) return { files: [], left }
  const tree = await applyFiles(control, merge.record.tree, resolved)
  const rounds = new ConflictRounds(resolving, merge, agent, questions as Question[])
  try {
    return await rounds.run(tree)
  } finally {
    await rounds.close()
  }
}

interface RoundFacts {
  readonly round: number
  readonly feedback: readonly string[]
}

interface RoundPlace {
  readonly worktree: Worktree
  readonly commit: string
}

/** The rounds in which one agent resolves one merge. */
class ConflictRounds {
  private readonly resolving: Resolving
  private readonly context: RunContext
  private readonly merge: ConflictedMerge
  private readonly agent: Agent
  private readonly questions: readonly Question[]
  private readonly task: Task
  /** Of the worktree and its files: no task can have it. */
  private readonly name: string
  private readonly paths: TaskPaths
  private readonly choicesFile: string
  private readonly slot = new SessionSlot()

  constructor(resolving: Resolving, merge: ConflictedMerge, agent: Agent, questions: readonly Question[]) {
    const { context } = resolving
    this.resolving = resolving
    this.context = context
    this.merge = merge
    this.agent = agent
    this.questions = questions
    this.task = context.plan.tasks.find(({ id }) => id === merge.task) as Task
    this.name = `_resolve-${merge.task}`
    this.paths = context.paths.task(this.name)
    this.choicesFile = join(this.paths.exchange, 'choices.jsonl')
  }

  async run(tree: string): Promise<AgentResolution> {
    const { control, cache } = this.resolving
    const { task, ours, theirs } = this.merge
    const paths = this.questions.map(({ conflict }) => conflict.path)
    this.context.emit({ kind: 'resolving', task, agent: this.agent.name, paths })
    const commit = await writeOpenMerge(control, { tree, ours, theirs, message: 'A merge with conflicts' })
    const worktree = await checkOutAs(this.context, control, this.name, commit)
    await equip(this.context, this.name, worktree)
    const feedback: string[] = []
    for (let round = 1; round <= this.context.plan.integration.agentRounds; round++) {
      const turn = await this.takeTurn(worktree, commit, { round, feedback })
      if (turn.kind === 'held') feedback.push(turn.reason)
      if (turn.kind !== 'answered') break
      const files = await this.accept(turn.answer, worktree, commit, feedback)
      if (files === undefined) continue
      await cache.add(files.map(file => toStoredResolution('agent', file)))
      return { files, left: [] }
    }
    return { files: [], left: this.questions.map(question => toLeft(question, this.agent.name, feedback)) }
  }

  /** The files of an answer that passes; otherwise the feedback says why not. */
  private async accept(
    { end, lastWords }: AgentAnswer,
    worktree: Worktree,
    commit: string,
    feedback: string[],
  ): Promise<readonly ResolvedFile[] | undefined> {
    if (end.kind !== 'done') {
      const words = lastWords === undefined ? '' : `: ${lastWords}`
      feedback.push('reason' in end ? end.reason : `You ended with an error${words}.`)
      return undefined
    }
    const place = { worktree, commit, choicesFile: this.choicesFile }
    const { problems, files, others } = await judgeAnswer(this.resolving, this.questions, place)
    if (problems.length > 0) {
      feedback.push(problems.join('\n'))
      return undefined
    }
    this.nameOthers(others)
    return files
  }

  private nameOthers(paths: readonly string[]): void {
    if (paths.length === 0) return
    const text = `${this.agent.name}, asked to resolve the conflicts of ${this.merge.task}, also changed ${listSome(paths)}: those changes are discarded`
    this.context.emit({ kind: 'notice', text })
  }

  async close(): Promise<void> {
    await this.slot.close()
    await unequip(this.context, this.name)
    await removeTaskFolders(this.context, this.name)
  }

  private takeTurn(worktree: Worktree, commit: string, facts: RoundFacts): Promise<TurnWithBackoff> {
    const { context, agent, task } = this
    const log = context.paths.log(task.id)
    const ask: TurnOrder['run'] = (chosen, reservation) =>
      this.ask(chosen, reservation, { worktree, commit, ...facts })
    return new TurnsWithBackoff(context, { agent, log, ask }).take()
  }

  private async ask(
    agent: Agent,
    reservation: Reservation | undefined,
    { worktree, commit, round, feedback }: RoundFacts & RoundPlace,
  ): Promise<AgentAnswer> {
    const { context, task, paths } = this
    const log = context.paths.log(task.id)
    for (const folder of [paths.folder, paths.exchange]) makeOwnFolder(folder)
    removePlain(this.choicesFile)
    await writeLogLine(log, `conflicts, round ${round} with ${agent.name}`)
    const prompt = await this.writePrompt(feedback)
    const { path: directory } = worktree
    const asked = { agent, reservation, prompt, task, name: this.name, directory, commit, log }
    const purpose = `conflicts of ${task.id}`
    const listener = watchSpending(context, this.name, { purpose, agent: agent.name }, nothingSpent)
    const answer = await runAgent({
      ...toAgentRequest(context, { ...asked, attempt: round }),
      listener,
      session: { slot: this.slot, continuation: this.toContinuation(feedback), onSession: () => {} },
    })
    const { usage, seconds } = answer
    await addSpending(context.store, { purpose, agent: agent.name, seconds, usage })
    settleSpending(context, this.name)
    return answer
  }

  private toContinuation(feedback: readonly string[]): string {
    return `# Your resolution was refused\n\n${feedback.at(-1) ?? ''}\n\nCorrect it in the same checkout, under the same rules. ${this.choicesFile} is read again.\n`
  }

  private async writePrompt(feedback: readonly string[]): Promise<string> {
    return toResolvePrompt({
      ...(await readSideReports(this.context, this.merge)),
      files: await writeVersions(join(this.paths.exchange, 'versions'), this.questions),
      feedback,
      choicesFile: this.choicesFile,
      reportFile: this.paths.report,
    })
  }
}
