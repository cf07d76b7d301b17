import type { CommandOutput } from '../../model/agents/command-output.ts'
import { isKnownAgent } from '../../model/agents/known-agents.ts'
import type { Agent, CommandAgent, Environment, Task } from '../../model/plan.ts'
import type { Reviewer } from '../../model/review.ts'
import type { PlanFile, TaskEntry } from '../file/plan-file.ts'

/** All agents that a plan names, by their names. */
export function toAgents(file: PlanFile): Record<string, Agent> {
  const hasTokenBudget = [file, ...Object.values(file.tasks)].some(
    ({ budget }) => budget?.tokens !== undefined,
  )
  const toBudgeted = (name: string, settings: Settings): Agent => {
    const agent = toAgent(name, settings)
    return agent.kind === 'cli' && hasTokenBudget ? { ...agent, hasTokenBudget } : agent
  }
  const named = Object.entries(file.agents).map(
    ([name, settings]) => [name, toBudgeted(name, settings)] as const,
  )
  const mentioned = [
    file.agent,
    file.integration.agent,
    file.integration.repair?.agent,
    toPlanner(file.integration.compare)?.agent,
    ...toReviews(file.integration.review).map(({ agent }) => agent),
    ...Object.values(file.tasks).flatMap(task => [
      task.agent,
      toPlanner(task['plan-first'])?.agent,
      ...toReviews(task.review).map(({ agent }) => agent),
      ...(Array.isArray(task.retries) ? task.retries.map(({ agent }) => agent) : []),
    ]),
    ...Object.values(file.agents).map(({ fallback }) => fallback),
  ]
  const known = mentioned
    .filter(name => name !== undefined)
    .filter(name => !Object.hasOwn(file.agents, name))
    .map(name => [name, toBudgeted(name, { use: name as Settings['use'] })] as const)
  return Object.fromEntries([...known, ...named])
}

/** Reviewers, whether the plan names one or a list. */
export function toReviews(review: TaskEntry['review'] | PlanFile['integration']['review']): Reviewer[] {
  const entries = review === undefined ? [] : [review].flat()
  return entries.map(entry => ({ rounds: 0, ...withoutUndefined(entry) }))
}

/** The planner of a task. */
export function toPlanner(entry: TaskEntry['plan-first']): Task['planFirst'] {
  if (entry === undefined || entry === false) return undefined
  return entry === true ? {} : withoutUndefined(entry)
}

type Settings = PlanFile['agents'][string]

function toAgent(name: string, settings: Settings): Agent {
  const common = {
    name,
    env: toEnvironment(settings.env ?? {}),
    ...optional('role', settings.prompt),
    ...optional('fallback', settings.fallback),
  }
  if (settings.command !== undefined) return { kind: 'command', ...common, ...toCommandSettings(settings) }
  if (settings.acp !== undefined)
    return {
      kind: 'acp',
      ...common,
      command: settings.acp,
      ...optional('model', settings.model),
      ...optional('mode', settings.mode),
      ...optional('effort', settings.effort),
    }
  const use = settings.use ?? name
  if (!isKnownAgent(use)) throw new Error(`agent ${name} was not checked: ${use} is not a known CLI`)
  return {
    kind: 'cli',
    ...common,
    use,
    ...optional('via', settings.via),
    ...optional('model', settings.model),
    ...optional('mode', settings.mode),
    ...optional('effort', settings.effort),
    ...optional('maxTurns', settings['max-turns']),
    ...optional('userConfig', settings['user-config']),
    args: settings.args ?? [],
  }
}

function toCommandSettings(settings: Settings): Pick<CommandAgent, 'command' | 'output' | 'errorPatterns'> {
  const { command = '', output, activity, error, usage } = settings
  const paths = { ...optional('activity', activity), ...optional('error', error) }
  const errorPatterns = settings['error-patterns']
  return {
    command,
    ...(output === 'jsonl'
      ? { output: { ...paths, ...optional('usage', usage && toUsagePaths(usage)) } }
      : {}),
    ...optional('errorPatterns', errorPatterns && withoutUndefined(errorPatterns)),
  }
}

function toUsagePaths(usage: NonNullable<Settings['usage']>): NonNullable<CommandOutput['usage']> {
  return {
    ...optional('input', usage.input),
    ...optional('cachedRead', usage['cached-read']),
    ...optional('cachedWrite', usage['cached-write']),
    ...optional('output', usage.output),
    ...optional('total', usage.total),
    ...optional('costUsd', usage['cost-usd']),
    isCumulative: usage.cumulative,
  }
}

/** The property, or no property if the value is undefined. */
export function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V }
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** The object without undefined properties. */
export function withoutUndefined<T extends object>(object: T): Defined<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>
}

/** All values as text. */
export function toEnvironment(entries: Readonly<Record<string, string | number | boolean>>): Environment {
  return Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, String(value)]))
}
