import type { Reservation } from '../../agents/accounts/budget-book.ts'
import type { AgentRequest } from '../../agents/agent-request.ts'
import type { ObjectId } from '../../git/objects/objects.ts'
import type { Agent, Task } from '../../model/plan.ts'
import { toTaskEnvironment, toTaskMarks } from '../../run/command-environment.ts'
import { toResources } from '../../run/resources.ts'
import type { RunContext } from '../../run/run-context.ts'
import { enclose } from '../../run/sandboxing/enclose.ts'

/** An agent at work in a checkout of the run. */
export interface AgentWork {
  readonly agent: Agent
  /** Its part of the budget; undefined: the run is being stopped. */
  readonly reservation: Reservation | undefined
  readonly prompt: string
  /** The task that it works for, with its limits. */
  readonly task: Task
  /** The name of its checkout: that of the task, or of a question about it. */
  readonly name: string
  readonly directory: string
  /** The commit that was checked out. */
  readonly commit: ObjectId
  readonly attempt: number
  readonly log: string
}

/** What every agent of a run is started with, whatever it is asked: its checkout, sandbox, environment and limits. */
export function toAgentRequest(context: RunContext, work: AgentWork): AgentRequest {
  const { agent, reservation, prompt, task, name, directory, commit, attempt, log } = work
  return {
    agent,
    prompt,
    checkout: {
      directory,
      resources: toResources(context, directory),
      isSandboxed: context.sandbox.kind !== 'none',
      enclose: start => enclose(context, { ...start, directory, log, agent }),
      files: context.paths.task(name),
      environment: ofAgent => toTaskEnvironment(context, { ...task, id: name }, commit, ofAgent),
      keys: context.repository.keys,
      marks: { ...toTaskMarks(context, name), PARALLEL_AGENTS_ATTEMPT: String(attempt) },
    },
    limits: {
      timeoutMinutes: task.timeoutMinutes,
      stallMinutes: task.stallMinutes,
      isOverBudget: (usage, seconds) =>
        reservation !== undefined && context.budget.mustStop(reservation, usage, seconds),
    },
    prices: context.plan.prices,
    log,
    signal: context.signal,
  }
}
