import * as z from 'zod'
import { errorKinds } from '../../model/agents/error-kind.ts'
import { knownAgents } from '../../model/agents/known-agents.ts'
import { command, environment } from './fields.ts'

const fieldPath = z.string().regex(/^[^.\s]+(\.[^.\s]+)*$/)
const pattern = z.string().min(1).refine(isPattern, { error: 'is not a regular expression' })

const usagePaths = z
  .strictObject({
    input: fieldPath.optional().describe('Input tokens, excluding cached ones.'),
    'cached-read': fieldPath.optional().describe('Input tokens read from a cache.'),
    'cached-write': fieldPath.optional().describe('Input tokens written to a cache.'),
    output: fieldPath.optional().describe('Output tokens.'),
    total: fieldPath.optional().describe('All tokens. Default: the sum of the others.'),
    'cost-usd': fieldPath.optional().describe('The cost in US dollars.'),
    cumulative: z
      .boolean()
      .default(false)
      .describe('Objects report cumulative totals instead of increments.'),
  })
  .describe('Where the objects of `output: jsonl` report usage: paths such as `usage.total_tokens`.')

const errorPatterns = z
  .strictObject(
    Object.fromEntries(
      errorKinds.map(kind => [kind, z.array(pattern).optional().describe(describeKind(kind))]),
    ) as Record<(typeof errorKinds)[number], z.ZodOptional<z.ZodArray<typeof pattern>>>,
  )
  .describe('Regular expressions that recognize errors in the output of the command.')

export const agentSettings = z
  .strictObject({
    use: z.enum(knownAgents).optional().describe('The known agent to run.'),
    via: z
      .enum(['acp', 'cli'])
      .optional()
      .describe(
        'How to run a known agent: in a session of the Agent Client Protocol, or as a command line for each attempt. Default: see the table in docs/agents.md; `plan` shows the choice.',
      ),
    acp: command
      .optional()
      .describe(
        'A shell command that starts any agent of the Agent Client Protocol, such as `opencode acp`.',
      ),
    model: z.string().min(1).optional().describe('The model, as the CLI names it. Default: that of the CLI.'),
    mode: z
      .string()
      .min(1)
      .optional()
      .describe('The permission mode, as the CLI names it. Default: edit files and run commands.'),
    effort: z
      .string()
      .min(1)
      .optional()
      .describe('The reasoning effort, as the CLI names it. Default: that of the CLI.'),
    'max-turns': z
      .number()
      .int()
      .min(1)
      .max(1000)
      .optional()
      .describe(
        'The agent is stopped after this many turns. Refused for a CLI that cannot count turns. Default: no limit.',
      ),
    args: z
      .array(z.string())
      .optional()
      .describe('Additional arguments for the CLI, passed as they are. Default: none.'),
    'user-config': z
      .boolean()
      .optional()
      .describe(
        'Whether the CLI reads its user configuration: memory, hooks, MCP servers. Default: no for `claude`; `codex` reads it unless this is `false`.',
      ),
    command: command
      .optional()
      .describe(
        'A shell command that does the task instead of a CLI. The prompt is in $PARALLEL_AGENTS_PROMPT_FILE.',
      ),
    output: z
      .enum(['text', 'jsonl'])
      .optional()
      .describe('The output format of the command: text, or one JSON object per line. Default: text.'),
    activity: fieldPath.optional().describe('Where an object reports what the command is doing.'),
    error: fieldPath.optional().describe('Where an object reports an error.'),
    usage: usagePaths.optional(),
    'error-patterns': errorPatterns.optional(),
    prompt: z.string().trim().min(1).optional().describe('A role that precedes the prompt of every task.'),
    'prompt-file': z.string().min(1).optional().describe('A file with the role, relative to the plan.'),
    fallback: z
      .string()
      .min(1)
      .optional()
      .describe('The agent that replaces it while its quota is used up or it is unavailable. Default: none.'),
    env: environment.optional().describe('Environment of this agent; overrides that of the plan.'),
  })
  .describe(
    'A named agent: a known one with settings (`use`), any agent of the Agent Client Protocol (`acp`), or any command (`command`).',
  )

export const retryList = z
  .array(
    z
      .strictObject({
        agent: z
          .string()
          .min(1)
          .optional()
          .describe('Another agent for this and later attempts. Default: as before.'),
        model: z
          .string()
          .min(1)
          .optional()
          .describe('Another model for this and later attempts. Default: as before.'),
      })
      .describe('Overrides for an attempt.'),
  )
  .max(20)

export const budgetSchema = z.strictObject({
  usd: z.number().positive().optional().describe('US dollars. Default: no limit.'),
  tokens: z
    .number()
    .int()
    .positive()
    .optional()
    .describe('Input and output tokens, including cached ones. Default: no limit.'),
  minutes: z
    .number()
    .positive()
    .max(100_000)
    .optional()
    .describe('Total minutes of all agents. Default: no limit.'),
})

function isPattern(text: string): boolean {
  try {
    new RegExp(text)
    return true
  } catch {
    return false // reported elsewhere
  }
}

function describeKind(kind: (typeof errorKinds)[number]): string {
  const meanings = {
    transient: 'The service fails or is unreachable: the attempt is retried later.',
    'rate-limited': 'Too many requests: fewer of these agents run at once.',
    quota: 'The quota of the account is used up: its tasks wait.',
    permanent: 'Retrying cannot help: the agent is not started again.',
    task: 'A failure of the task: the attempt counts.',
  }
  return meanings[kind]
}
