import { isKnownAgent } from '../../model/agents/known-agents.ts'
import type {
  Agent,
  CandidateSettings,
  CommandAgent,
  CommandOutput,
  Environment,
  Integration,
  Plan,
  Price,
  RunBudget,
  Task,
  TaskId,
} from '../../model/plan.ts'
import { toCheckoutSettings } from '../checkout/checkout-schema.ts'
import type { PlanFile, TaskEntry } from './plan-file.ts'

/** Agents at once on one machine, unless the plan says how many. */
const defaultAgents = 4

/** Turns a checked file into the plan that the rest of the program works with: settings resolved for each task. */
export function toPlan(file: PlanFile, order: readonly TaskId[]): Plan {
  return {
    name: file.name,
    ...optional('target', file.target),
    maxParallel: file['max-parallel'] ?? defaultAgents,
    ...optional('worktrees', file.worktrees),
    history: file.history,
    sandbox: file.sandbox,
    ...optional('setup', file.setup),
    env: toEnvironment(file.env),
    checkout: toCheckoutSettings(file.checkout),
    budget: toRunBudget(file),
    onQuota: file['on-quota'],
    prices: toPrices(file.prices),
    protected: file.protected,
    testsProtected: file['tests-protected'],
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
    ...toRetries(entry.retries ?? file.retries),
    retry: entry.retry ?? file.retry,
    budget: withoutUndefined(entry.budget ?? {}),
    allowNoChanges: entry['allow-no-changes'] ?? false,
    ...optional('review', entry.review && withoutUndefined(entry.review)),
  }
}

function toRetries(retries: NonNullable<TaskEntry['retries']>): Pick<Task, 'retries' | 'retryChanges'> {
  if (typeof retries === 'number') return { retries, retryChanges: [] }
  return { retries: retries.length, retryChanges: retries.map(change => withoutUndefined(change)) }
}

function toAgents(file: PlanFile): Record<string, Agent> {
  const named = Object.entries(file.agents).map(
    ([name, settings]) => [name, toAgent(name, settings)] as const,
  )
  const mentioned = [
    file.agent,
    file.integration.agent,
    ...Object.values(file.tasks).flatMap(task => [
      task.agent,
      task.review?.agent,
      ...(Array.isArray(task.retries) ? task.retries.map(({ agent }) => agent) : []),
    ]),
    ...Object.values(file.agents).map(({ fallback }) => fallback),
  ]
  const known = mentioned
    .filter(name => name !== undefined)
    .filter(name => !Object.hasOwn(file.agents, name))
    .map(name => [name, toAgent(name, { use: name as Settings['use'] })] as const)
  return Object.fromEntries([...known, ...named])
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

function toRunBudget({ budget }: PlanFile): RunBudget {
  const { 'on-end': onEnd = 'finish', ...limits } = budget ?? {}
  return { ...withoutUndefined(limits), onEnd }
}

function toPrices(prices: PlanFile['prices']): Record<string, Price> {
  return Object.fromEntries(
    Object.entries(prices).map(([model, price]) => [
      model,
      {
        input: price.input,
        ...optional('cachedRead', price['cached-read']),
        ...optional('cachedWrite', price['cached-write']),
        output: price.output,
      },
    ]),
  )
}

function toIntegration(entry: PlanFile['integration']): Integration {
  return {
    ...optional('setup', entry.setup),
    ...optional('test', entry.test),
    timeoutMinutes: entry['timeout-minutes'],
    flakyRetries: entry['flaky-retries'],
    onConflict: entry['on-conflict'],
    resolvers: entry.resolvers,
    candidates: toCandidates(entry.candidates),
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

const defaultCandidates: CandidateSettings = { most: 6, whenUntold: 'proof-only' }

function toCandidates(entry: PlanFile['integration']['candidates']): CandidateSettings {
  if (typeof entry === 'number') return { ...defaultCandidates, most: entry }
  if (typeof entry === 'string') return { ...defaultCandidates, whenUntold: entry }
  return { most: entry.most, whenUntold: entry['when-untold'] }
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
