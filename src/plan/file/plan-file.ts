import * as z from 'zod'
import { tryEntryProblem } from '../../model/network/allow-list.ts'
import { checkoutSchema, serviceSchema } from '../checkout/checkout-schema.ts'
import { agentSettings, budgetSchema } from './agent-schema.ts'
import { command, count, environment, globs, id, minutes } from './fields.ts'
import { integrationSchema } from './integration-schema.ts'
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

/** The plan file as users write it, kebab-case, with every default filled in. The published JSON Schema is made from this. */
export const planFileSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Ignored: a place for the address of the JSON Schema.'),
    name: z.string().trim().min(1).max(200).default('Plan').describe('One line for people.'),
    target: z
      .string()
      .min(1)
      .optional()
      .describe('The branch that the work lands on. Default: the branch that is checked out.'),
    agent: z.string().min(1).optional().describe('The default agent: a name under `agents`, or a known CLI.'),
    'max-parallel': count
      .min(1)
      .optional()
      .describe(
        'Agents at once on one machine, by default 4; lanes at once on Actions, by default as many as every account may have.',
      ),
    worktrees: z
      .string()
      .min(1)
      .max(4000)
      .refine(path => !path.includes('\0'), { error: 'must be the path of a folder' })
      .optional()
      .describe(
        'The folder for checkouts, from the top of the repository. Default: `<repository>.parallel-agents`, beside the repository.',
      ),
    history: z
      .enum(['merge', 'linear'])
      .default('merge')
      .describe(
        'The history of the result. merge: one merge commit a task, with the commits of its branch. linear: one commit a task, and no merges.',
      ),
    sandbox: z
      .enum(['auto', 'none'])
      .default('auto')
      .describe(
        'auto: agents, set-up and tests run inside of the walls that the machine has; none: without walls.',
      ),
    network: z
      .union([z.literal('full'), z.array(z.string().superRefine(checkHost)).max(500)])
      .optional()
      .describe(
        'Hosts that agents, set-up and tests may reach inside of walls, beside what the CLI of an agent needs: `api.example.com`, `*.example.com`, `localhost:5432`, `registry:npm`. Default: the registries of package managers. full: every host.',
      ),
    'home-files': z
      .array(homePath)
      .default([])
      .describe(
        'Files and folders of your home that agents, set-up and tests may read inside of walls, such as `.npmrc` with its tokens. Tools, caches and what a CLI is signed in with are there anyway.',
      ),
    limits: z
      .strictObject({
        'memory-gigabytes': z.number().positive().optional().describe('Default: 80 % of the machine.'),
        processes: z.number().int().positive().optional().describe('Default: 4096.'),
        'disk-gigabytes': z.number().positive().optional().describe('Default: half of what is free.'),
      })
      .optional()
      .describe(
        'What the agent, set-up or test of one task may take of a machine with Linux before it is ended.',
      ),
    setup: command.optional().describe('In every fresh worktree, before the agent.'),
    checkout: checkoutSchema.prefault({}),
    services: z
      .record(id, serviceSchema)
      .default({})
      .describe('Programs that run in every checkout beside its agent and its tests, by name.'),
    env: environment.default({}).describe('Environment of setup, agents and tests.'),
    budget: budgetSchema
      .extend({
        'on-end': z
          .enum(['finish', 'stop'])
          .default('finish')
          .describe('At the limit: let running agents finish, or stop them. Nothing new is started.'),
      })
      .optional()
      .describe('Limits of the whole run.'),
    'on-quota': z
      .enum(['wait', 'stop'])
      .default('wait')
      .describe(
        'When only tasks are left whose accounts are used up: wait for them, or stop with exit code 75. The same command goes on later.',
      ),
    prices: z
      .record(
        z.string().min(1),
        z
          .strictObject({
            input: z.number().min(0).describe('US dollars per million input tokens.'),
            'cached-read': z
              .number()
              .min(0)
              .optional()
              .describe('The same for tokens from a cache. Default: as input.'),
            'cached-write': z
              .number()
              .min(0)
              .optional()
              .describe('The same for tokens written to a cache. Default: as input.'),
            output: z.number().min(0).describe('US dollars per million output tokens.'),
          })
          .describe('What a model costs.'),
      )
      .default({})
      .describe('Prices by model, for CLIs that only tell tokens: over those that are known.'),
    issues: z
      .strictObject({
        label: z
          .string()
          .min(1)
          .optional()
          .describe('Only issues with this label, given by someone who may push, and not edited since.'),
        comments: z
          .boolean()
          .default(false)
          .describe('Comments of people who may push belong to the prompt.'),
      })
      .prefault({})
      .describe('What is read of issues that tasks name.'),
    protected: globs
      .default(['.github/**'])
      .describe('Files that no task may change unless its own scope names them.'),
    'allow-secrets': globs
      .default([])
      .describe(
        'Files in which text that looks like a key or a token is meant, such as examples in tests. Values that were given to the run are refused there as well.',
      ),
    'tests-protected': z
      .boolean()
      .default(false)
      .describe(
        'No task may delete, skip or empty tests that were there, not even in its own scope. Default: a task may where its `files` name them, and the report says so.',
      ),
    overlap: z
      .enum(['serialize', 'warn', 'error'])
      .default('serialize')
      .describe('What to do about two tasks with overlapping scopes and no path between them.'),
    hooks: z
      .boolean()
      .default(false)
      .describe("Run the repository's pre-commit and commit-msg hooks on the commits made for agents."),
    retries: count.default(1).describe('Default of every task.'),
    retry: z
      .enum(['continue', 'fresh'])
      .default('continue')
      .describe(
        'After a refused attempt, agents with a session (Agent Client Protocol) are prompted again in it, or start afresh. Default of every task.',
      ),
    'timeout-minutes': minutes.default(60).describe('Default of every task.'),
    'stall-minutes': minutes.default(10).describe('Default of every task.'),
    'backoff-seconds': z
      .array(z.number().min(0).max(86_400))
      .max(20)
      .default([5, 20, 60, 180, 300])
      .describe(
        'Waits before the next try after a transient failure (rate limits, a service that is down). Costs no attempt.',
      ),
    'max-file-megabytes': z
      .number()
      .positive()
      .max(2000)
      .default(10)
      .describe('No task may add a larger file.'),
    agents: z.record(id, agentSettings).default({}).describe('Agents with a name of their own.'),
    tasks: z.record(z.string(), taskSchema).describe('The tasks by their ids.'),
    integration: integrationSchema.prefault({}),
  })
  .describe('A plan for parallel-agents: tasks, agents, integration.')

export type PlanFile = z.output<typeof planFileSchema>
export type TaskEntry = PlanFile['tasks'][string]
