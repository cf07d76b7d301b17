import { join } from 'node:path'
import type { Scope } from '../workflow/expression.ts'
import type { StepDefinition } from '../workflow/read-workflow.ts'
import { child, literal, type Token, toText } from '../workflow/token.ts'
import type { ActionDefinition } from './action-definition.ts'
import { toInputTexts } from './action-inputs.ts'
import { type ActionSource, readActionSource } from './action-source.ts'
import { toCheckoutPlan } from './checkout-step.ts'
import { fetchAction } from './fetch-action.ts'
import type { JobSetup } from './job-setup.ts'
import type { LogReader } from './log-reader.ts'
import { toIds } from './script-step.ts'
import { toSetupNodePlan } from './setup-node-step.ts'
import type { StepExecution } from './step-execution.ts'
import type { StepPlan } from './step-plan.ts'

/** The plans of a step with `uses`: perhaps a pre step, and the step. Throws when the action cannot be fetched. */
export async function toActionPlans(setup: JobSetup, step: StepDefinition): Promise<StepPlan[]> {
  const uses = literal(child(step.token, 'uses')) as string
  const source = readActionSource(uses)
  if (source.kind === 'native') {
    return [source.name === 'checkout' ? toCheckoutPlan(setup, step) : toSetupNodePlan(setup, step)]
  }
  const use = new ActionUse(setup, step, uses, source)
  if (source.kind === 'local') return [use.toMainPlan()]
  await use.fetch()
  return [...use.toPrePlans(), use.toMainPlan()]
}

/** One use of a JavaScript action: its pre, main and post steps share inputs and state. */
class ActionUse {
  private readonly setup: JobSetup
  private readonly step: StepDefinition
  private readonly uses: string
  private readonly source: Exclude<ActionSource, { kind: 'native' }>
  private definition: ActionDefinition | undefined
  /** Of its earlier steps: they hold what these have saved. */
  private readonly readers: LogReader[] = []

  constructor(
    setup: JobSetup,
    step: StepDefinition,
    uses: string,
    source: Exclude<ActionSource, { kind: 'native' }>,
  ) {
    this.setup = setup
    this.step = step
    this.uses = uses
    this.source = source
  }

  async fetch(): Promise<ActionDefinition> {
    this.definition ??= await fetchAction(this.setup, this.uses, this.source)
    return this.definition
  }

  toMainPlan(): StepPlan {
    return { ...this.toPlan('main', this.step.condition), ...toIds(this.step.id), perform: this.performMain }
  }

  toPrePlans(): StepPlan[] {
    const { pre, preCondition } = this.definition as ActionDefinition
    if (pre === undefined) return []
    return [{ ...this.toPlan('pre', preCondition), perform: execution => this.runFile(execution, pre) }]
  }

  private toPlan(kind: StepPlan['kind'], condition: string): Omit<StepPlan, 'perform'> {
    const { id, token } = this.step
    const verb = { pre: 'Pre Run', main: 'Run', post: 'Post Run' }[kind]
    return { id: undefined, action: id, name: `${verb} ${this.uses}`, condition, token, kind }
  }

  private readonly performMain = async (execution: StepExecution): Promise<number | null> => {
    const { main, post, postCondition } = await this.fetch()
    if (post !== undefined) {
      this.setup.state.posts.unshift({
        ...this.toPlan('post', postCondition),
        perform: later => this.runFile(later, post),
      })
    }
    return await this.runFile(execution, main)
  }

  private async runFile(execution: StepExecution, file: string): Promise<number | null> {
    const { services, state, runtimeToken, definition: job } = this.setup
    const definition = await this.fetch()
    const node = [services.node24, join(definition.folder, file)] as const
    const variables = {
      ...this.toInputs(execution, definition),
      ...this.toState(),
      ...this.toOrigin(),
      ACTIONS_RUNTIME_URL: services.resultsUrl,
      ACTIONS_RUNTIME_TOKEN: runtimeToken,
      ACTIONS_RESULTS_URL: services.resultsUrl,
      ACTIONS_CACHE_SERVICE_V2: 'True',
      ACTIONS_CACHE_MODE: job.cacheMode ?? '',
    }
    this.readers.push(execution.reader)
    return await execution.run(node, { directory: state.folders.workspace, variables })
  }

  private toInputs(execution: StepExecution, { inputs }: ActionDefinition): Record<string, string> {
    const given = new Map(Object.entries(toInputTexts(this.step.token, execution)))
    const unexpected = [...given.keys()].filter(name => !inputs.has(name))
    if (unexpected.length > 0 && execution.plan.kind === 'main') {
      const message = `Unexpected input(s) '${unexpected.join("', '")}', valid inputs are ['${[...inputs.keys()].join("', '")}']`
      execution.reader.annotate({ level: 'warning', message })
    }
    const scope = this.setup.state.toScope(execution.env)
    for (const [name, fallback] of inputs) if (!given.has(name)) given.set(name, toFallback(fallback, scope))
    return Object.fromEntries([...given].map(([name, value]) => [toInputVariable(name), value]))
  }

  private toState(): Record<string, string> {
    const saved = this.readers.flatMap(reader => Object.entries(reader.state))
    return Object.fromEntries(saved.map(([name, value]) => [`STATE_${name}`, value]))
  }

  private toOrigin(): Record<string, string> {
    return this.source.kind === 'remote'
      ? { GITHUB_ACTION_REPOSITORY: this.source.repository, GITHUB_ACTION_REF: this.source.ref }
      : {}
  }
}

function toFallback(token: Token | undefined, scope: Scope): string {
  return toText(token, scope) ?? ''
}

function toInputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}
