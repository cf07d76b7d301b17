/** The parts of a plan file that the reference checks read, even if other parts are malformed. */
export interface Outline {
  readonly agent: string | undefined
  readonly target: string | undefined
  readonly branch: string | undefined
  readonly agents: ReadonlyMap<string, AgentOutline>
  readonly tasks: readonly TaskOutline[]
  /** Whether there is a `tasks` map. */
  readonly hasTasks: boolean
  readonly protected: readonly string[]
  readonly integrationAgent: string | undefined
  readonly repairAgent: string | undefined
  readonly compareAgent: string | undefined
  /** Agents of its reviewers; empty where none is named. */
  readonly integrationReviewers: readonly string[]
}

export interface AgentOutline {
  readonly use: string | undefined
  readonly acp: string | undefined
  readonly command: string | undefined
  readonly via: string | undefined
  /** Given settings that only known CLIs support. */
  readonly cliSettings: readonly string[]
  /** Given settings that only commands support. */
  readonly commandSettings: readonly string[]
  /** Given settings that need `output: jsonl`, which is missing. */
  readonly jsonSettings: readonly string[]
  readonly mode: string | undefined
  readonly userConfig: unknown
  readonly promptFile: string | undefined
  readonly hasPrompt: boolean
  readonly fallback: string | undefined
}

export interface TaskOutline {
  readonly id: string
  readonly needs: readonly string[]
  readonly after: readonly string[]
  readonly files: readonly string[]
  readonly agent: string | undefined
  readonly planAgent: string | undefined
  /** The agents of reviewers; empty where none is named. */
  readonly reviewAgents: readonly string[]
  /** The agents of a list of retries; empty where none is named. */
  readonly retryAgents: readonly string[]
  readonly promptFile: string | undefined
  /** The keys that give the prompt: prompt, prompt-file, prompt-command, issue. */
  readonly prompts: readonly string[]
}

/** Reads the well-formed parts; the schema reports the rest. */
export function toOutline(value: unknown): Outline {
  const plan = toRecord(value)
  return {
    agent: toText(plan.agent),
    target: toText(plan.target),
    branch: toText(plan.branch),
    agents: new Map(
      Object.entries(toRecord(plan.agents)).map(([name, agent]) => [name, toAgentOutline(agent)]),
    ),
    tasks: Object.entries(toRecord(plan.tasks)).map(([id, task]) => toTaskOutline(id, toRecord(task))),
    hasTasks: typeof plan.tasks === 'object' && plan.tasks !== null && !Array.isArray(plan.tasks),
    protected: toTexts(plan.protected),
    integrationAgent: toText(toRecord(plan.integration).agent),
    repairAgent: toText(toRecord(toRecord(plan.integration).repair).agent),
    compareAgent: toText(toRecord(toRecord(plan.integration).compare).agent),
    integrationReviewers: toReviewAgents(toRecord(plan.integration).review),
  }
}

const cliSettings = ['via', 'model', 'mode', 'effort', 'max-turns', 'args', 'user-config']
const commandSettings = ['output', 'activity', 'error', 'usage', 'error-patterns']

function toAgentOutline(value: unknown): AgentOutline {
  const agent = toRecord(value)
  const given = (keys: readonly string[]) => keys.filter(key => agent[key] !== undefined)
  return {
    use: toGivenText(agent.use),
    acp: toGivenText(agent.acp),
    command: toGivenText(agent.command),
    via: toText(agent.via),
    cliSettings: given(cliSettings),
    commandSettings: given(commandSettings),
    jsonSettings: agent.output === 'jsonl' ? [] : given(['activity', 'error', 'usage']),
    mode: toText(agent.mode),
    userConfig: agent['user-config'],
    promptFile: toText(agent['prompt-file']),
    hasPrompt: agent.prompt !== undefined,
    fallback: toText(agent.fallback),
  }
}

function toTaskOutline(id: string, task: Record<string, unknown>): TaskOutline {
  return {
    id,
    needs: toTexts(task.needs),
    after: [],
    files: toTexts(task.files),
    agent: toText(task.agent),
    planAgent: toText(toRecord(task['plan-first']).agent),
    reviewAgents: toReviewAgents(task.review),
    retryAgents: Array.isArray(task.retries)
      ? task.retries.map(retry => toText(toRecord(retry).agent) ?? '')
      : [],
    promptFile: toText(task['prompt-file']),
    prompts: ['prompt', 'prompt-file', 'prompt-command', 'issue'].filter(key => task[key] !== undefined),
  }
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Given, even if it is malformed: what is only malformed must not also be reported as missing. */
function toGivenText(value: unknown): string | undefined {
  return value === undefined ? undefined : (toText(value) ?? '')
}

/** Keeps the positions of list items: an item that is not text becomes empty. */
function toTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(item => (typeof item === 'string' ? item : '')) : []
}

/** One reviewer, or a list of them. */
function toReviewAgents(review: unknown): string[] {
  return [review].flat().map(reviewer => toText(toRecord(reviewer).agent) ?? '')
}
