import { setTimeout as sleep } from 'node:timers/promises'
import type { AccountBlock } from '../../agents/accounts/accounts.ts'
import type { AgentAnswer } from '../../agents/agent-request.ts'
import { runAgent } from '../../agents/run-agent.ts'
import { sizeOfPlainFile } from '../../files/plain-file.ts'
import type { Agent } from '../../model/plan.ts'
import { addUsage } from '../../model/usage.ts'
import { toTaskEnvironment, toTaskMarks } from '../../run/command-environment.ts'
import { toResources } from '../../run/resources.ts'
import type { RunContext } from '../../run/run-context.ts'
import { writeLogLine } from '../../run/task-log.ts'
import { enclose } from '../../run/walls/enclose.ts'
import { listPaths } from '../gates/gate.ts'
import { type Consequence, toConsequence } from './after-failure.ts'
import type { AgentQuestion, AgentReply, AnswerPlace, AnswerReader, Spent } from './agent-question.ts'
import { AskedCheckout } from './asked-checkout.ts'
import type { HeldTurn } from './held-turn.ts'
import { toLimitReason } from './limit-reason.ts'
import { readAnswer } from './read-answer.ts'
import { settle } from './settle.ts'

/**
 * Asks an agent in a fresh session and its own checkout. Changes there are discarded and reported. An unreadable answer is requested
 * again.
 */
export async function askAgent<T>(
  context: RunContext,
  question: AgentQuestion,
  read: AnswerReader<T>,
): Promise<AgentReply<T>> {
  const asking = new Asking(context, question)
  try {
    return await asking.run(read)
  } finally {
    await asking.close()
  }
}

class Asking {
  private readonly context: RunContext
  private readonly question: AgentQuestion
  private spent: Spent
  private readonly checkout: AskedCheckout
  /** Transient failures since the last answer. */
  private troubles = 0

  constructor(context: RunContext, question: AgentQuestion) {
    this.context = context
    this.question = question
    this.checkout = new AskedCheckout(context, question)
    this.spent = { seconds: 0, usage: undefined, model: null, agent: question.agent.name }
  }

  async run<T>(read: AnswerReader<T>): Promise<AgentReply<T>> {
    let problem = ''
    for (let asked = 1; asked <= mostAsked; asked++) {
      const turn = await this.takeTurn(problem)
      if (turn.kind !== 'ended') return { ...turn, ...this.spent }
      const value = turn.isDone ? read(turn.texts) : turn.reason
      if (typeof value !== 'string') return { kind: 'answered', value, ...this.spent }
      problem = value
      await this.tell(`${this.question.purpose}: ${problem}`)
    }
    return { kind: 'unreadable', reason: problem, ...this.spent }
  }

  close(): Promise<void> {
    return this.checkout.close()
  }

  /** One answer, with all retries: it waits for an unavailable agent as a task does. */
  private async takeTurn(problem: string): Promise<AskedTurn> {
    for (;;) {
      const turn = await this.tryTurn(problem)
      if (turn.kind === 'held' && this.canWait(turn)) {
        await this.tell(`${turn.reason}; asking again at ${new Date(turn.retryAt ?? 0).toISOString()}`)
        await this.waitUntil(turn.retryAt ?? 0)
        continue
      }
      if (turn.kind !== 'again') return turn
      await this.tell(`${turn.reason}; asking again in ${Math.round(turn.seconds)} s`)
      await sleep(turn.seconds * 1000, undefined, { signal: this.context.signal }).catch(() => {}) // stopped: the next turn ends at once
    }
  }

  /** The work in question is finished: if the plan waits for quotas, so does the question. */
  private canWait({ outcome, retryAt }: HeldTurn): boolean {
    return outcome === 'parked' && retryAt !== undefined && this.context.plan.onQuota === 'wait'
  }

  private async waitUntil(until: number): Promise<void> {
    const { signal } = this.context
    while (Date.now() < until && !signal.aborted)
      await sleep(Math.min(until - Date.now(), longestSleepMs), undefined, { signal }).catch(() => {}) // woken early
  }

  private async tryTurn(problem: string): Promise<AskedTurn | Consequence> {
    const { accounts, budget, plan, signal } = this.context
    if (signal.aborted) return { kind: 'stopped' }
    const agent = accounts.choose(this.question.agent, plan.agents, Date.now())
    const blocked = tryBlocked(accounts.blockOf(agent, Date.now()))
    if (blocked !== undefined) return blocked
    await accounts.enter(agent, signal)
    try {
      const reservation = await budget.reserve(agent.name, undefined, signal)
      if (signal.aborted) return { kind: 'stopped' }
      if (reservation === undefined)
        return { kind: 'held', outcome: 'over-budget', reason: budget.describe() }
      const { answer, texts } = await this.ask(agent, problem)
      settle(this.context, reservation, answer)
      return this.toTurn(agent, answer, texts)
    } finally {
      accounts.leave(agent)
    }
  }

  private toTurn(agent: Agent, answer: AgentAnswer, texts: readonly string[]): AskedTurn | Consequence {
    const { end, seconds, usage, model } = answer
    this.spent = {
      seconds: this.spent.seconds + seconds,
      usage: addUsage(this.spent.usage, usage),
      model: model ?? this.spent.model,
      agent: agent.name,
    }
    if (end.kind === 'stopped') return { kind: 'stopped' }
    if (end.kind === 'over-budget')
      return { kind: 'held', outcome: 'over-budget', reason: this.context.budget.describe() }
    if ('retryAt' in end) return toConsequence(this.context, agent, end, this.troubles++)
    this.context.accounts.noteSuccess(agent)
    this.troubles = 0
    if (end.kind === 'done') return { kind: 'ended', isDone: true, texts }
    const reason = end.kind === 'failed' ? end.reason : toLimitReason(end.kind, this.question.task)
    return { kind: 'ended', isDone: false, reason }
  }

  private async ask(agent: Agent, problem: string): Promise<{ answer: AgentAnswer; texts: string[] }> {
    const { context, question } = this
    const { name, task, commit, log } = question
    const worktree = await this.checkout.open()
    const paths = context.paths.task(name)
    const place = { answerFile: paths.report, folder: paths.exchange }
    await writeLogLine(log, `${question.purpose} with ${agent.name}`)
    const offset = sizeOfPlainFile(log)
    const answer = await runAgent({
      agent,
      prompt: `${question.toPrompt(place)}${toReminder(problem, place)}`,
      checkout: {
        directory: worktree.path,
        resources: toResources(context, worktree.path),
        isWalled: context.sandbox.kind !== 'none',
        enclose: start => enclose(context, { ...start, directory: worktree.path, log, agent }),
        files: paths,
        environment: ofAgent => ({
          ...toTaskEnvironment(context, { ...task, id: name }, commit, ofAgent),
          PARALLEL_AGENTS_ANSWER_FILE: place.answerFile,
        }),
        keys: context.repository.keys,
        marks: { ...toTaskMarks(context, name), PARALLEL_AGENTS_ATTEMPT: '1' },
        refusalOf: () => 'read-only session: only the answer counts',
      },
      limits: {
        timeoutMinutes: task.timeoutMinutes,
        stallMinutes: task.stallMinutes,
        isOverBudget: (usage, seconds) => context.budget.mustStop(usage, seconds),
      },
      log,
      prices: context.plan.prices,
      signal: context.signal,
    })
    this.nameChanges(agent, await this.checkout.listChanges())
    return { answer, texts: readAnswer(place.answerFile, log, offset) }
  }

  private nameChanges({ name }: Agent, paths: readonly string[]): void {
    if (paths.length === 0) return
    const text = `${this.question.purpose}: ${name} changed ${listPaths(paths)}: the change is discarded`
    this.context.emit({ kind: 'notice', text })
  }

  private tell(text: string): Promise<void> {
    return writeLogLine(this.question.log, text)
  }
}

const mostAsked = 2
/** Timers cannot be much longer, and clocks get adjusted. */
const longestSleepMs = 60_000

type AskedTurn =
  | { readonly kind: 'ended'; readonly isDone: true; readonly texts: readonly string[] }
  | { readonly kind: 'ended'; readonly isDone: false; readonly reason: string }
  | HeldTurn
  | { readonly kind: 'stopped' }

function tryBlocked(block: AccountBlock | undefined): HeldTurn | undefined {
  if (block === undefined) return undefined
  if (block.kind === 'refused') return { kind: 'held', outcome: 'infrastructure-error', reason: block.reason }
  return { kind: 'held', outcome: 'parked', reason: block.reason, retryAt: block.until }
}

function toReminder(problem: string, { answerFile }: AnswerPlace): string {
  if (problem === '') return ''
  return `\n## Your last answer was invalid\n\n${problem}. Answer again, in exactly the requested form, to ${answerFile}\n`
}
