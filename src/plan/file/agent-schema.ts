import * as z from 'zod'
import { errorKinds } from '../../model/agents/error-kind.ts'
import { knownAgents } from '../../model/agents/known-agents.ts'
import { command, environment } from './fields.ts'

const fieldPath = z.string().regex(/^[^.\s]+(\.[^.\s]+)*$/)
const pattern = z.string().min(1).refine(isPattern, { error: 'is not a regular expression' })

const usagePaths = z
  .strictObject({
    input: fieldPath.optional().describe('Input tokens without those from a cache.'),
    'cached-read': fieldPath.optional().describe('Input tokens that came from a cache.'),
    'cached-write': fieldPath.optional().describe('Input tokens that were written to a cache.'),
    output: fieldPath.optional().describe('Output tokens.'),
    total: fieldPath.optional().describe('All tokens. Default: the sum of the others.'),
    'cost-usd': fieldPath.optional().describe('The cost in US dollars.'),
    cumulative: z
      .boolean()
      .default(false)
      .describe('Each object tells everything so far, and not only what is new.'),
  })
  .describe('Where the objects of `output: jsonl` tell usage: paths such as `usage.total_tokens`.')

const errorPatterns = z
  .strictObject(
    Object.fromEntries(
      errorKinds.map(kind => [kind, z.array(pattern).optional().describe(describeKind(kind))]),
    ) as Record<(typeof errorKinds)[number], z.ZodOptional<z.ZodArray<typeof pattern>>>,
  )
  .describe('Regular expressions of lines by which the command tells what went wrong.')

export const agentSettings = z
  .strictObject({
    use: z.enum(knownAgents).optional().describe('The known agent that this one runs.'),
    via: z
      .enum(['acp', 'cli'])
      .optional()
      .describe(
        'How a known agent is run: in a session of the Agent Client Protocol, or as a command line for each attempt. Default: what `plan` says; see the table in docs/agents.md.',
      ),
    acp: command
      .optional()
      .describe(
        'A shell command that starts any agent of the Agent Client Protocol, such as `opencode acp`.',
      ),
    model: z.string().min(1).optional().describe('The model, in the words of the CLI.'),
    mode: z
      .string()
      .min(1)
      .optional()
      .describe(
        'What the CLI may do without asking, in its own words. Default: edit files and run commands.',
      ),
    effort: z.string().min(1).optional().describe('How hard the model thinks, in the words of the CLI.'),
    'max-turns': z
      .number()
      .int()
      .min(1)
      .max(1000)
      .optional()
      .describe('The agent is ended after this many turns. Refused for a CLI that has no turns to count.'),
    args: z.array(z.string()).optional().describe('More arguments for the CLI, as they are.'),
    'user-config': z
      .boolean()
      .optional()
      .describe(
        "Whether the CLI reads the user's own configuration of it: memory, hooks, MCP servers. Default: not, where the CLI can do without (claude).",
      ),
    command: command
      .optional()
      .describe(
        'A shell command that does the task instead of a CLI. Its prompt is in $PARALLEL_AGENTS_PROMPT_FILE.',
      ),
    output: z
      .enum(['text', 'jsonl'])
      .optional()
      .describe('What the command prints: text, or one JSON object a line.'),
    activity: fieldPath.optional().describe('Where an object tells what the command is doing.'),
    error: fieldPath.optional().describe('Where an object tells an error.'),
    usage: usagePaths.optional(),
    'error-patterns': errorPatterns.optional(),
    prompt: z
      .string()
      .trim()
      .min(1)
      .optional()
      .describe('A role: it is told to the agent before every task.'),
    'prompt-file': z
      .string()
      .min(1)
      .optional()
      .describe('A file, relative to the plan, that holds the role.'),
    fallback: z
      .string()
      .min(1)
      .optional()
      .describe('The agent that works in its place while its quota is used up or it cannot be used.'),
    env: environment.optional().describe('Environment of this agent, over that of the plan.'),
  })
  .describe(
    'An agent with a name of its own: a known one with settings (`use`), any agent of the Agent Client Protocol (`acp`), or any command (`command`).',
  )

export const retryList = z
  .array(
    z
      .strictObject({
        agent: z.string().min(1).optional().describe('Another agent for this and later attempts.'),
        model: z.string().min(1).optional().describe('Another model for this and later attempts.'),
      })
      .describe('What an attempt does differently.'),
  )
  .max(20)

export const budgetSchema = z.strictObject({
  usd: z.number().positive().optional().describe('US dollars.'),
  tokens: z.number().int().positive().optional().describe('Tokens, in and out, cached ones included.'),
  minutes: z.number().positive().max(100_000).optional().describe('Minutes of all agents together.'),
})

function isPattern(text: string): boolean {
  try {
    new RegExp(text)
    return true
  } catch {
    return false // it is told where it stands
  }
}

function describeKind(kind: (typeof errorKinds)[number]): string {
  const meanings = {
    transient: 'The service fails or cannot be reached: the attempt is made again after a while.',
    'rate-limited': 'Too many requests: fewer of these agents run at once.',
    quota: 'The account is used up: its tasks wait.',
    permanent: 'Nothing changes by trying again: the agent is not started any more.',
    task: 'It belongs to the task: the attempt counts.',
  }
  return meanings[kind]
}
