import type { Prices } from '../../model/agents/table/price.ts'
import type {
  CandidateSettings,
  Integration,
  Limits,
  Plan,
  RunBudget,
  Task,
  TaskId,
} from '../../model/plan.ts'
import { toCheckoutSettings, toServiceSettings } from '../checkout/checkout-schema.ts'
import type { PlanFile, TaskEntry } from '../file/plan-file.ts'
import { optional, toAgents, toEnvironment, toPlanner, toReviews, withoutUndefined } from './to-agents.ts'

/** Parallel agents on one machine, unless the plan says otherwise. */
const defaultAgents = 4

/** Turns a checked file into the plan that the rest of the program uses: settings resolved for each task. */
export function toPlan(file: PlanFile, order: readonly TaskId[]): Plan {
  return {
    name: file.name,
    ...optional('target', file.target),
    maxParallel: file['max-parallel'] ?? defaultAgents,
    ...optional('worktrees', file.worktrees),
    ...optional('branch', file.branch),
    history: file.history,
    sandbox: file.sandbox,
    ...optional('network', file.network),
    homeFiles: file['home-files'].map(path => path.replace(/^~\//, '')),
    limits: toLimits(file.limits),
    ...optional('setup', file.setup),
    env: toEnvironment(file.env),
    checkout: toCheckoutSettings(file.checkout),
    services: toServiceSettings(file.services),
    budget: toRunBudget(file),
    onQuota: file['on-quota'],
    prices: toPrices(file.prices),
    protected: file.protected,
    testsProtected: file['tests-protected'],
    allowSecrets: file['allow-secrets'],
    hooks: file.hooks,
    maxFileMegabytes: file['max-file-megabytes'],
    backoffSeconds: file['backoff-seconds'],
    agents: toAgents(file),
    tasks: order.map(id => toTask(id, file.tasks[id] as TaskEntry, file)),
    answersIssues: file.issues.answer,
    integration: toIntegration(file),
  }
}

function toLimits(limits: PlanFile['limits'] = {}): Limits {
  return {
    ...optional('memoryGigabytes', limits['memory-gigabytes']),
    ...optional('processes', limits.processes),
    ...optional('diskGigabytes', limits['disk-gigabytes']),
  }
}

function toTask(id: TaskId, entry: TaskEntry, file: PlanFile): Task {
  return {
    id,
    title: entry.title ?? id,
    prompt: entry.prompt ?? (isAsked(entry) ? '' : (entry.title ?? id)),
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
    ...optional('planFirst', toPlanner(entry['plan-first'])),
    reviews: toReviews(entry.review),
  }
}

/** Whether the prompt is still to be read from another source. */
function isAsked(entry: TaskEntry): boolean {
  return entry.issue !== undefined || entry['prompt-command'] !== undefined
}

function toRetries(retries: NonNullable<TaskEntry['retries']>): Pick<Task, 'retries' | 'retryChanges'> {
  if (typeof retries === 'number') return { retries, retryChanges: [] }
  return { retries: retries.length, retryChanges: retries.map(change => withoutUndefined(change)) }
}

function toRunBudget({ budget }: PlanFile): RunBudget {
  const { 'on-end': onEnd = 'finish', ...limits } = budget ?? {}
  return { ...withoutUndefined(limits), onEnd }
}

function toPrices(prices: PlanFile['prices']): Prices {
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

/** In a plan with a budget, agents may redo tasks that conflict. */
function toIntegration({ integration: entry, budget, ...file }: PlanFile): Integration {
  return {
    ...optional('setup', entry.setup),
    ...optional('test', entry.test),
    timeoutMinutes: entry['timeout-minutes'],
    stallMinutes: file['stall-minutes'],
    flakyRetries: entry['flaky-retries'],
    onConflict: entry['on-conflict'] ?? (budget === undefined ? 'resolve' : 'agent'),
    resolvers: entry.resolvers,
    candidates: toCandidates(entry.candidates),
    generated: entry.generated,
    ...optional('agent', entry.agent),
    agentRounds: entry['agent-rounds'],
    reviews: toReviews(entry.review),
    ...optional('compare', toPlanner(entry.compare)),
    contracts: entry.contracts,
    ...optional('report', entry.report),
    ...optional('testOnly', entry['test-only']),
    testParallel: entry['test-parallel'],
    rolling: entry.rolling,
    onEvict: entry['on-evict'],
    ...optional('repair', entry.repair),
    forecastSeconds: entry['forecast-seconds'],
    onForecast: entry['on-forecast'],
    ...optional('land', entry.land),
    pullRequests: entry['pull-requests'],
    pullRequest: withoutUndefined(entry['pull-request']),
    landRounds: entry['land-rounds'],
  }
}

const defaultCandidates: CandidateSettings = { most: 6, whenUnknown: 'proof-only' }

function toCandidates(entry: PlanFile['integration']['candidates']): CandidateSettings {
  if (typeof entry === 'number') return { ...defaultCandidates, most: entry }
  if (typeof entry === 'string') return { ...defaultCandidates, whenUnknown: entry }
  return { most: entry.most, whenUnknown: entry['when-unknown'] ?? entry['when-untold'] ?? 'proof-only' }
}
