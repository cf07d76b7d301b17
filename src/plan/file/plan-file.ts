import * as z from 'zod'
import { tryEntryProblem } from '../../model/network/allow-list.ts'
import { checkoutSchema, serviceSchema } from '../checkout/checkout-schema.ts'
import { agentSettings, budgetSchema } from './agent-schema.ts'
import { command, count, environment, globs, id, minutes } from './fields.ts'
import { integrationSchema } from './integration-schema.ts'
import { issuesSchema } from './issues-schema.ts'
import { priceSchema } from './price-schema.ts'
import { taskSchema } from './task-schema.ts'

const homePath = z
  .string()
  .min(1)
  .max(1000)
  .refine(
    path => /^(~\/)?[^/~\0]/.test(path) && !path.split('/').some(part => ['.', '..', ''].includes(part)),
    {
      error: 'must be a path below your home, such as .npmrc',
    },
  )

function checkHost(entry: string, context: z.RefinementCtx): void {
  const problem = tryEntryProblem(entry)
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem })
}

/** The plan file as users write it, kebab-case, with every default filled in. Source of the published JSON Schema. */
export const planFileSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Ignored; may hold the address of the JSON Schema.'),
    name: z.string().trim().min(1).max(200).default('Plan').describe('A one-line title.'),
    target: z
      .string()
      .min(1)
      .optional()
      .describe('The branch that the work lands on. Default: the current branch.'),
    agent: z
      .string()
      .min(1)
      .optional()
      .describe(
        'The agent of tasks that name no other: a name under `agents`, or a known CLI. Default: none, every task names its own.',
      ),
    'max-parallel': count
      .min(1)
      .optional()
      .describe(
        'Agents running in parallel on one machine; parallel lanes on Actions. Default: 4 on one machine, on Actions as many as every account may have.',
      ),
    'agents-per-runner': count
      .min(1)
      .max(32)
      .default(1)
      .describe(
        'Agents running in parallel on each runner of GitHub Actions. More agents per runner cost less.',
      ),
    worktrees: z
      .string()
      .min(1)
      .max(4000)
      .refine(path => !path.includes('\0'), { error: 'must be the path of a folder' })
      .optional()
      .describe(
        'The folder for checkouts, relative to the top of the repository. Default: `<repository>.parallel-agents`, beside the repository.',
      ),
    branch: z
      .string()
      .optional()
      .describe(
        'A pattern for branch names: `feature/{task}`, or `feature/{task}-{run}` for a plan that runs repeatedly. Default: `agents/{run}/tasks/{task}`.',
      ),
    history: z
      .enum(['merge', 'linear'])
      .default('merge')
      .describe(
        'The history of the result. merge: one merge commit per task, with the commits of its branch. linear: one commit per task, no merges.',
      ),
    sandbox: z
      .enum(['auto', 'seatbelt', 'none'])
      .default('auto')
      .describe(
        'auto: agents, setup and tests run in a sandbox where the machine supports one; seatbelt: also on macOS, where it is not proven; none: no sandbox.',
      ),
    network: z
      .union([z.literal('full'), z.array(z.string().superRefine(checkHost)).max(500)])
      .optional()
      .describe(
        'Hosts that agents, setup and tests may reach from the sandbox, besides those that the CLI of an agent needs: `api.example.com`, `*.example.com`, `localhost:5432`, `registry:npm`. Default: the registries of package managers. full: every host.',
      ),
    'home-files': z
      .array(homePath)
      .default([])
      .describe(
        'Files and folders of your home that agents, setup and tests may read in the sandbox, such as `.npmrc` with its tokens. Tools, caches and the credentials of a CLI are always available.',
      ),
    limits: z
      .strictObject({
        'memory-gigabytes': z
          .number()
          .positive()
          .optional()
          .describe('Memory. Default: 80 % of the machine.'),
        processes: z.number().int().positive().optional().describe('Number of processes. Default: 4096.'),
        'disk-gigabytes': z
          .number()
          .positive()
          .optional()
          .describe('Disk space. Default: half of what is free.'),
      })
      .optional()
      .describe('Resource limits for the agent, setup or test of one task, on Linux. Exceeding one ends it.'),
    setup: command.optional().describe('Runs in every fresh checkout, before the agent.'),
    checkout: checkoutSchema.prefault({}),
    services: z
      .record(id, serviceSchema)
      .default({})
      .describe('Programs that run alongside the agent and the tests of every checkout, by name.'),
    env: environment.default({}).describe('Environment of setup, agents and tests.'),
    budget: budgetSchema
      .extend({
        'on-end': z
          .enum(['finish', 'stop'])
          .default('finish')
          .describe('At the limit: let running agents finish, or stop them. No new ones are started.'),
      })
      .optional()
      .describe('Limits of the whole run.'),
    'on-quota': z
      .enum(['wait', 'stop'])
      .default('wait')
      .describe(
        'When all remaining tasks wait for quotas: wait, or stop with exit code 75. The same command resumes later.',
      ),
    prices: z
      .record(z.string().min(1), priceSchema)
      .default({})
      .describe(
        'Prices by model, for CLIs that report only tokens; overrides the built-in prices, which are those of December 2025.',
      ),
    issues: issuesSchema.prefault({}).describe('How to read issues named by tasks.'),
    protected: globs
      .default(['.github/**'])
      .describe('Files that no task may change unless its own scope names them.'),
    'allow-secrets': globs
      .default([])
      .describe(
        'Files where text that looks like a key or token is intended, such as examples in tests. Secret values of the run itself are still refused there.',
      ),
    'tests-protected': z
      .boolean()
      .default(false)
      .describe(
        'No task may delete, skip or empty existing tests, even in its own scope. Work that changes existing tests, or settings of test runners, linters or CI, must also pass them as they were. Default: a task may if its `files` name them, and the report mentions it.',
      ),
    overlap: z
      .enum(['serialize', 'warn', 'error'])
      .default('serialize')
      .describe('How to handle two tasks with overlapping scopes and no path between them.'),
    hooks: z
      .boolean()
      .default(false)
      .describe("Run the repository's pre-commit and commit-msg hooks on the commits made for agents."),
    retries: count
      .default(1)
      .describe('Further attempts after a refused one, for tasks that set no other number.'),
    retry: z
      .enum(['continue', 'fresh'])
      .default('continue')
      .describe(
        'After a refused attempt, agents with a session (Agent Client Protocol) continue in it, or start a fresh one. For tasks that do not choose.',
      ),
    session: z
      .enum(['fresh', 'chain'])
      .default('fresh')
      .describe(
        'chain: if the same agent did exactly one prerequisite of a task, its session continues in the checkout of the task. `plan` shows which. For tasks that do not choose.',
      ),
    'timeout-minutes': minutes
      .default(60)
      .describe('Time limit for an attempt, for tasks that set no other.'),
    'stall-minutes': minutes
      .default(10)
      .describe(
        'Time without any activity after which an attempt, test or setup is stopped, for tasks that set no other and for the integration.',
      ),
    'backoff-seconds': z
      .array(z.number().min(0).max(86_400))
      .max(20)
      .default([5, 20, 60, 180, 300])
      .describe(
        'Delays before retries after a transient failure (rate limits, a service outage). They cost no attempt.',
      ),
    'max-file-megabytes': z
      .number()
      .positive()
      .max(2000)
      .default(10)
      .describe('No task may add a larger file.'),
    agents: z.record(id, agentSettings).default({}).describe('Named agents.'),
    tasks: z.record(z.string(), taskSchema).describe('The tasks, by id.'),
    integration: integrationSchema.prefault({}),
  })
  .describe('A plan for parallel-agents: tasks, agents, integration.')

export type PlanFile = z.output<typeof planFileSchema>
export type TaskEntry = PlanFile['tasks'][string]
