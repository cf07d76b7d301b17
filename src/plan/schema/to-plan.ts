import { isKnownAgent } from '../../model/known-agents.ts'
import type { Agent, Environment, Integration, Plan, Task, TaskId } from '../../model/plan.ts'
import type { PlanFile, TaskEntry } from './plan-file.ts'

/** So many agents at once do well on one machine, when nobody says how many. */
const defaultAgents = 4

/** Turns a checked file into the plan that the rest of the program works with: settings resolved for each task. */
export function toPlan(file: PlanFile, order: readonly TaskId[]): Plan {
  return {
    name: file.name,
    ...optional('target', file.target),
    maxParallel: file['max-parallel'] ?? defaultAgents,
    ...optional('worktrees', file.worktrees),
    sandbox: file.sandbox,
    ...optional('setup', file.setup),
    env: toEnvironment(file.env),
    budget: withoutUndefined(file.budget ?? {}),
    protected: file.protected,
    hooks: file.hooks,
    maxFileMegabytes: file['max-file-megabytes'],
    backoffSeconds: file['backoff-seconds'],
    agents: toAgents(file),
    tasks: order.map(id => toTask(id, file.tasks[id] as TaskEntry, file)),
    integration: toIntegration(file.integration),
  }
}

function toTask(id: TaskId, entry: TaskEntry, file: PlanFile): Task {
  return {
    id,
    title: entry.title ?? id,
    prompt: entry.prompt ?? (entry.issue === undefined ? (entry.title ?? id) : ''),
    ...optional('issue', entry.issue),
    needs: entry.needs ?? [],
    after: [],
    ...optional('files', entry.files),
    ...optional('setup', entry.setup ?? file.setup),
    ...optional('test', entry.test),
    agent: entry.agent ?? file.agent ?? '',
    env: toEnvironment(entry.env ?? {}),
    ...optional('estimateMinutes', entry['estimate-minutes']),
    timeoutMinutes: entry['timeout-minutes'] ?? file['timeout-minutes'],
    stallMinutes: entry['stall-minutes'] ?? file['stall-minutes'],
    retries: entry.retries ?? file.retries,
    allowNoChanges: entry['allow-no-changes'] ?? false,
    ...optional('review', entry.review && withoutUndefined(entry.review)),
  }
}

function toAgents(file: PlanFile): Record<string, Agent> {
  const named = Object.entries(file.agents).map(
    ([name, settings]) => [name, toAgent(name, settings)] as const,
  )
  const mentioned = [
    file.agent,
    file.integration.agent,
    ...Object.values(file.tasks).flatMap(task => [task.agent, task.review?.agent]),
  ]
  const known = mentioned
    .filter(name => name !== undefined)
    .filter(name => !Object.hasOwn(file.agents, name))
    .map(name => [name, toAgent(name, { use: name as Settings['use'] })] as const)
  return Object.fromEntries([...known, ...named])
}

type Settings = PlanFile['agents'][string]

function toAgent(name: string, settings: Settings): Agent {
  const env = toEnvironment(settings.env ?? {})
  if (settings.command !== undefined) return { kind: 'command', name, command: settings.command, env }
  const use = settings.use ?? name
  if (!isKnownAgent(use)) throw new Error(`agent ${name} was not checked: ${use} is not a known CLI`)
  return {
    kind: 'cli',
    name,
    use,
    ...optional('model', settings.model),
    ...optional('maxTurns', settings['max-turns']),
    args: settings.args ?? [],
    env,
  }
}

function toIntegration(entry: PlanFile['integration']): Integration {
  return {
    ...optional('setup', entry.setup),
    ...optional('test', entry.test),
    timeoutMinutes: entry['timeout-minutes'],
    flakyRetries: entry['flaky-retries'],
    onConflict: entry['on-conflict'],
    resolvers: entry.resolvers,
    generated: entry.generated,
    ...optional('agent', entry.agent),
    agentRounds: entry['agent-rounds'],
    contracts: entry.contracts,
    ...optional('report', entry.report),
    ...optional('testOnly', entry['test-only']),
    testParallel: entry['test-parallel'],
    onEvict: entry['on-evict'],
    forecastSeconds: entry['forecast-seconds'],
    onForecast: entry['on-forecast'],
    ...optional('land', entry.land),
    pullRequests: entry['pull-requests'],
    landRounds: entry['land-rounds'],
  }
}

function toEnvironment(entries: Readonly<Record<string, string | number | boolean>>): Environment {
  return Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, String(value)]))
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V }
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

function withoutUndefined<T extends object>(object: T): Defined<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>
}
