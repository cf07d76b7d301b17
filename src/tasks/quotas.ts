import type { AccountBlock } from '../agents/accounts/accounts.ts'
import type { Agent, Task, TaskId } from '../model/plan.ts'
import type { TaskResult } from '../model/task-result.ts'
import type { RunContext } from '../run/run-context.ts'
import { toAttemptAgent } from './perform/attempt-agent.ts'
import { endWithoutWork } from './perform/end-task.ts'
import { toRetries } from './work/task-work.ts'

/** Tasks that wait because their agents' quotas are used up. */
export class Quotas {
  private readonly context: RunContext
  private readonly parked = new Map<TaskId, TaskResult>()

  constructor(context: RunContext) {
    this.context = context
  }

  /** Restores the state of an earlier process. */
  restore(results: ReadonlyMap<TaskId, TaskResult>): void {
    const { plan, accounts } = this.context
    for (const result of results.values()) {
      if (result.outcome !== 'parked' || result.retryAt === null) continue
      const agent = plan.agents[result.parked?.agent ?? result.agent ?? '']
      const until = Date.parse(result.retryAt)
      this.parked.set(result.task, result)
      if (agent !== undefined && until > Date.now())
        accounts.park(agent, result.reason ?? 'the quota is used up', until, Date.now())
    }
  }

  /** Parks a task, which is retried when its account is free. */
  park(result: TaskResult): void {
    this.parked.set(result.task, result)
    const { task, reason, retryAt } = result
    this.context.emit({ kind: 'parked', task, reason: reason ?? '', until: retryAt })
  }

  /** Tasks that cannot start now, because their account is used up or at its limit. */
  heldTasks(waiting: readonly Task[]): Set<TaskId> {
    const { accounts } = this.context
    const isHeld = (task: Task) =>
      this.blockOf(task)?.kind === 'parked' || !accounts.hasRoom(this.chooseAgent(task))
    return new Set(waiting.filter(isHeld).map(({ id }) => id))
  }

  refusedTasks(waiting: readonly Task[]): { readonly task: Task; readonly reason: string }[] {
    return waiting.flatMap(task => {
      const block = this.blockOf(task)
      return block?.kind === 'refused' ? [{ task, reason: block.reason }] : []
    })
  }

  /** The next time at which a waiting task may start, in milliseconds since 1970. */
  nextReset(waiting: readonly Task[]): number {
    const times = waiting.flatMap(task => {
      const block = this.blockOf(task)
      return block?.kind === 'parked' ? [block.until] : []
    })
    return times.length === 0 ? Date.now() + pollMs : Math.min(...times)
  }

  /** The stored result of a task that was parked. */
  parkedResult({ id }: Task): TaskResult | undefined {
    return this.parked.get(id)
  }

  /** The same for a task that never started because of its account; undefined: it does not wait for a quota. */
  async endParked(task: Task): Promise<TaskResult | undefined> {
    const block = this.blockOf(task)
    const known = this.parked.get(task.id)
    if (known !== undefined || block?.kind !== 'parked') return known
    return endWithoutWork(this.context, task, {
      outcome: 'parked',
      reason: block.reason,
      retryAt: block.until,
    })
  }

  /** Also that of an agent that its last attempt waited for, such as a reviewer. */
  private blockOf(task: Task): AccountBlock | undefined {
    const { accounts, plan } = this.context
    const now = Date.now()
    const awaited = plan.agents[this.parked.get(task.id)?.parked?.agent ?? '']
    const block = accounts.blockOf(this.chooseAgent(task), now)
    if (block !== undefined || awaited === undefined) return block
    return accounts.blockOf(accounts.choose(awaited, plan.agents, now), now)
  }

  private chooseAgent(task: Task): Agent {
    const { accounts, plan } = this.context
    const { attempts = 0, reviews = [] } = this.parked.get(task.id) ?? {}
    const retries = toRetries({ attempt: attempts + 1, reviews })
    return accounts.choose(toAttemptAgent(plan, task, retries), plan.agents, Date.now())
  }
}

const pollMs = 1000
