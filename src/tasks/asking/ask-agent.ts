import type { Reservation } from '../../agents/accounts/budget-book.ts'
import type { AgentAnswer, AgentListener } from '../../agents/agent-request.ts'
import { runAgent } from '../../agents/run-agent.ts'
import { sizeOfPlainFile } from '../../files/plain-file.ts'
import { listSome } from '../../model/names/list-some.ts'
import type { Agent } from '../../model/plan.ts'
import { addUsage, unknownUsage } from '../../model/usage.ts'
import { settleSpending } from '../../run/open-spending.ts'
import type { RunContext } from '../../run/run-context.ts'
import { addSpending } from '../../run/spending.ts'
import { writeLogLine } from '../../run/task-log.ts'
import type { AgentQuestion, AgentReply, AnswerFiles, AnswerReader, QuestionCost } from './agent-question.ts'
import { AskedCheckout } from './asked-checkout.ts'
import type { HeldTurn } from './held-turn.ts'
import { toLimitReason } from './limit-reason.ts'
import { readAnswerTexts } from './read-answer.ts'
import { toAgentRequest } from './to-agent-request.ts'
import { TurnsWithBackoff } from './turns-with-backoff.ts'
import { watchSpending } from './watch-spending.ts'

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
  private spent: QuestionCost
  private readonly checkout: AskedCheckout

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
      if (turn.kind !== 'ended') return { ...this.spent, ...turn }
      const value = turn.isDone ? read(turn.texts) : turn.reason
      if (typeof value !== 'string') return { kind: 'answered', value, ...this.spent }
      problem = value
      await this.tell(`${this.question.purpose}: ${problem}`)
    }
    return { kind: 'unreadable', reason: problem, ...this.spent }
  }

  /** What it cost stays on disk until it is in a record or the result of its task. */
  async close(): Promise<void> {
    const { context, question, spent } = this
    const { name, purpose, isOfTask } = question
    if (!isOfTask) {
      const { agent, seconds, usage = unknownUsage } = spent
      if (seconds > 0) await addSpending(context.store, { purpose, agent, seconds, usage })
      settleSpending(context, name)
    }
    await this.checkout.close()
  }

  /** One answer, with all retries: it waits for an unavailable agent as a task does. */
  private async takeTurn(problem: string): Promise<AskedTurn> {
    let texts: string[] = []
    const { agent, log, task } = this.question
    const turns = new TurnsWithBackoff(this.context, {
      agent,
      log,
      ask: async (chosen, reservation) => {
        const asked = await this.ask(chosen, reservation, problem)
        texts = asked.texts
        this.count(chosen, asked.answer)
        return asked.answer
      },
    })
    const turn = await turns.take()
    if (turn.kind !== 'answered') return turn
    const { end } = turn.answer
    if (end.kind === 'done') return { kind: 'ended', isDone: true, texts }
    const isLimit = end.kind === 'timed-out' || end.kind === 'stalled'
    const reason = isLimit ? toLimitReason(end.kind, task) : 'reason' in end ? end.reason : end.kind
    return { kind: 'ended', isDone: false, reason }
  }

  private count({ name }: Agent, { seconds, usage, model }: AgentAnswer): void {
    this.spent = {
      seconds: this.spent.seconds + seconds,
      usage: addUsage(this.spent.usage, usage),
      model: model ?? this.spent.model,
      agent: name,
    }
  }

  private async ask(
    agent: Agent,
    reservation: Reservation | undefined,
    problem: string,
  ): Promise<{ answer: AgentAnswer; texts: string[] }> {
    const { context, question } = this
    const { name, task, commit, log } = question
    const worktree = await this.checkout.open()
    const paths = context.paths.task(name)
    const place = { answerFile: paths.report, folder: paths.exchange }
    await writeLogLine(log, `${question.purpose} with ${agent.name}`)
    const offset = sizeOfPlainFile(log)
    const prompt = `${question.toPrompt(place)}${toReminder(problem, place)}`
    const { path: directory } = worktree
    const asked = { agent, reservation, prompt, task, name, directory, commit, attempt: 1, log }
    const request = toAgentRequest(context, asked)
    const { checkout } = request
    const answer = await runAgent({
      ...request,
      listener: this.watchSpending(agent),
      checkout: {
        ...checkout,
        environment: ofAgent => ({
          ...checkout.environment(ofAgent),
          PARALLEL_AGENTS_ANSWER_FILE: place.answerFile,
        }),
        refusalOf: () => 'read-only session: only the answer counts',
      },
    })
    this.nameChanges(agent, await this.checkout.listChanges())
    return { answer, texts: readAnswerTexts(place.answerFile, log, offset) }
  }

  private watchSpending({ name: agent }: Agent): AgentListener {
    const { name, purpose, task, isOfTask } = this.question
    const entry = { purpose, agent, ...(isOfTask ? { task: task.id } : {}) }
    return watchSpending(this.context, name, entry, this.spent)
  }

  private nameChanges({ name }: Agent, paths: readonly string[]): void {
    if (paths.length === 0) return
    const text = `${this.question.purpose}: ${name} changed ${listSome(paths)}: the change is discarded`
    this.context.emit({ kind: 'notice', text })
  }

  private tell(text: string): Promise<void> {
    return writeLogLine(this.question.log, text)
  }
}

const mostAsked = 2

type AskedTurn =
  | { readonly kind: 'ended'; readonly isDone: true; readonly texts: readonly string[] }
  | { readonly kind: 'ended'; readonly isDone: false; readonly reason: string }
  | HeldTurn
  | { readonly kind: 'stopped' }

function toReminder(problem: string, { answerFile }: AnswerFiles): string {
  if (problem === '') return ''
  return `\n## Your last answer was invalid\n\n${problem}. Answer again, in exactly the requested form, to ${answerFile}\n`
}
