import * as z from 'zod'
import { errorKinds } from '../../model/agents/error-kind.ts'
import { tryEntryProblem } from '../../model/network/allow-list.ts'
import { pullRequestModes } from '../../model/plan.ts'
import { resolverNames } from '../../model/resolver-names.ts'
import { checkoutSchema, serviceSchema } from '../checkout/checkout-schema.ts'
import type { PlanPath } from '../yaml/problem.ts'
import { agentSettings, budgetSchema, retryList } from './agent-schema.ts'
import { idPattern } from './id-pattern.ts'

const id = z.string().regex(idPattern)
const command = z.string().trim().min(1)
const minutes = z.number().positive().max(100_000)
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

const count = z.number().int().min(0).max(1000)
const globs = z.array(z.string().min(1).max(1000))
const environment = z.record(
  z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/),
  z.union([z.string(), z.number(), z.boolean()]),
)

const reviewer = z
  .strictObject({
    agent: z
      .string()
      .min(1)
      .optional()
      .describe('The agent that reviews. Default: that of the task, in a session of its own.'),
    model: z.string().min(1).optional().describe('The model that reviews.'),
    rounds: count
      .max(10)
      .default(2)
      .describe('How often its findings go back to the author; after that, the task ends as `rejected`.'),
    prompt: z
      .string()
      .trim()
      .min(1)
      .optional()
      .describe('What this reviewer looks at in particular, such as security.'),
  })
  .describe(
    'A review of the work in a fresh session, which sees the task, the change and the result of the test, and nothing of what the author says.',
  )

const review = z
  .union([reviewer, z.array(reviewer).min(1).max(10)])
  .describe('Who must approve the work: one reviewer, or a list of specialised ones.')

const task = z
  .strictObject({
    title: z.string().trim().min(1).max(200).optional().describe('One line for people. Default: the id.'),
    prompt: z.string().trim().min(1).optional().describe('What the agent is asked to do.'),
    'prompt-file': z
      .string()
      .min(1)
      .optional()
      .describe('A file, relative to the plan, that holds the prompt.'),
    issue: z
      .number()
      .int()
      .positive()
      .optional()
      .describe('The GitHub issue whose title and body are the prompt; its pull request closes it.'),
    'prompt-command': command
      .optional()
      .describe(
        'A command that prints the prompt, such as an issue of another tracker. It runs once, before anything starts.',
      ),
    needs: z
      .array(id)
      .optional()
      .describe('Tasks that must succeed first. This task starts from their merged code.'),
    files: globs
      .min(1)
      .optional()
      .describe('The scope: globs of all files that the task may change. `!glob` takes files out again.'),
    test: command.optional().describe('Must pass in the worktree of the task.'),
    setup: command.optional().describe('Replaces the `setup` of the plan for this task.'),
    agent: z.string().min(1).optional().describe('A name under `agents`, or a known CLI.'),
    env: environment.optional().describe('Environment of this task, over that of the plan and the agent.'),
    'estimate-minutes': minutes.optional().describe('How long it will take. Only for planning.'),
    'timeout-minutes': minutes.optional().describe('An attempt is stopped after this time.'),
    'stall-minutes': minutes
      .optional()
      .describe(
        'An attempt, a test or setup is stopped when for this time it printed nothing, used no CPU, changed no file and announced no wait.',
      ),
    retries: z
      .union([count, retryList])
      .optional()
      .describe(
        'More attempts after a refused one: a number, or a list with what each does differently, such as `[{ model: opus }, { agent: codex }]`.',
      ),
    retry: z
      .enum(['continue', 'fresh'])
      .optional()
      .describe(
        'Whether an attempt after a refused one continues the session of the agent. Default: as in the plan.',
      ),
    budget: budgetSchema.optional().describe('Limits of this task, all attempts together.'),
    'allow-no-changes': z
      .boolean()
      .optional()
      .describe('The task may end without a change: then the tasks that need it start all the same.'),
    'plan-first': z
      .union([
        z.boolean(),
        z.strictObject({
          agent: z
            .string()
            .min(1)
            .optional()
            .describe('The agent that plans. Default: that of the task, in a session of its own.'),
          model: z.string().min(1).optional().describe('The model that plans.'),
        }),
      ])
      .optional()
      .describe('A session that can change nothing writes a plan first, and the task is done from it.'),
    review: review.optional(),
  })
  .describe('One piece of work for one agent.')

const candidateCount = count.max(50)
const whenUntold = z
  .enum(['proof-only', 'tests'])
  .describe(
    'Where it cannot be told whether a test touches the lines. proof-only: leave the conflict. tests: passing tests are enough.',
  )
const candidates = z.strictObject({
  most: candidateCount.default(6).describe('How many, and how many runs of those tests, for one merge.'),
  'when-untold': whenUntold.default('proof-only'),
})

const integration = z
  .strictObject({
    setup: command.optional().describe('In the worktree of the merged result, before the test.'),
    test: command.optional().describe('Must pass on the merged result.'),
    'timeout-minutes': minutes.default(60).describe('`setup` and `test` are stopped after this time.'),
    'flaky-retries': count
      .default(1)
      .describe('A failed test is run again this many times on the same tree.'),
    'on-conflict': z
      .enum(['resolve', 'agent', 'stop'])
      .optional()
      .describe(
        'What follows where rules decline. resolve: tests that choose among candidates, then `agent`. agent: after those the agent of the task does its work again on top of what landed. stop: leave it to you. Default: agent in a plan with a `budget`, otherwise resolve.',
      ),
    resolvers: z
      .array(z.enum(resolverNames))
      .default([...resolverNames])
      .describe('What may resolve conflicts. The order is always the same.'),
    candidates: z
      .union([candidateCount, whenUntold, candidates], {
        error: 'must be a number up to 50, proof-only, tests, or { most: 6, when-untold: tests }',
      })
      .default(6)
      .describe(
        'Resolutions that are tried with the tests of the tasks that collide, where rules decline: a number (0: none), or what to do where it cannot be told whether a test touches the lines, or both: `{ most: 4, when-untold: tests }`.',
      ),
    generated: z
      .record(z.string().min(1), command)
      .default({})
      .describe(
        'Files that a command makes, by glob: on a conflict it is run on the merged files. Lock files are known already.',
      ),
    agent: z.string().min(1).optional().describe('The agent for conflicts that rules cannot resolve.'),
    'agent-rounds': count
      .min(1)
      .max(10)
      .default(2)
      .describe('How often that agent may try to resolve a conflict. It is told what was refused.'),
    review: review
      .optional()
      .describe(
        'Who judges the tested result against what all tasks were asked. Without approval nothing lands; the branches of the tasks stay.',
      ),
    contracts: globs
      .default([])
      .describe('Files that others rely on: what was built on another state of them is reported.'),
    report: z
      .string()
      .min(1)
      .refine(path => !path.split('/').some(part => part === '..' || part === '.'), {
        error: 'must be a file inside of the repository, without "." and ".."',
      })
      .optional()
      .describe(
        'A file that the test writes, which says what failed: JUnit XML, TAP, JSON of jest or vitest, …',
      ),
    'test-only': command
      .optional()
      .describe(
        'Runs single tests, to find out which branch breaks them: `{files}`, `{names}` and `{ids}` are filled in. Common test runners are known already.',
      ),
    'test-parallel': count.min(1).max(64).default(1).describe('How many trees are tested at once.'),
    rolling: z
      .boolean()
      .default(false)
      .describe(
        'Merge and test what is done while other tasks still run, when no agent needs the slot: a combination that breaks the tests is named at once. Nothing lands before the end.',
      ),
    'on-evict': z
      .enum(['leave', 'retry'])
      .default('leave')
      .describe('retry: a task that breaks the test is done once more on top of what landed.'),
    repair: z
      .strictObject({
        agent: z.string().min(1).describe('The agent that repairs.'),
        rounds: count.min(1).max(10).default(1).describe('How often it may try.'),
      })
      .optional()
      .describe(
        'A task that breaks the test is given to this agent, merged with the rest, before it is left out: within its scope, through the same gates and tests.',
      ),
    'forecast-seconds': z
      .number()
      .min(0)
      .max(86_400)
      .default(30)
      .describe(
        'How often the unfinished work of running agents is looked at for coming conflicts. 0: not at all while agents run.',
      ),
    'on-forecast': z
      .enum(['warn', 'tell-agents', 'serialize'])
      .default('warn')
      .describe(
        'When a conflict is coming: warn: say so. tell-agents: tell the agent of the later task, too. serialize: say so, and let a task whose scope names files that running tasks are changing wait for their end.',
      ),
    land: z
      .enum(['pull-request', 'push', 'none'])
      .optional()
      .describe('How to deliver the tested result. Default: none on one machine, pull-request on GitHub.'),
    'pull-requests': z
      .enum(pullRequestModes)
      .default('integration')
      .describe(
        'With `land: pull-request`: one pull request for the tested result (integration), one a task (tasks), or both.',
      ),
    'land-rounds': count
      .min(1)
      .default(5)
      .describe('How often to merge and test again because the target moved meanwhile.'),
  })
  .describe('How the branches are merged, tested and landed.')

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
    tasks: z.record(z.string(), task).describe('The tasks by their ids.'),
    integration: integration.prefault({}),
  })
  .describe('A plan for parallel-agents: tasks, agents, integration.')

export type PlanFile = z.output<typeof planFileSchema>
export type TaskEntry = PlanFile['tasks'][string]

const keysOfSections: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(planFileSchema.shape),
  tasks: Object.keys(task.shape),
  issues: ['label', 'comments'],
  'tasks.plan-first': ['agent', 'model'],
  'tasks.review': Object.keys(reviewer.shape),
  agents: Object.keys(agentSettings.shape),
  budget: [...Object.keys(budgetSchema.shape), 'on-end'],
  'tasks.budget': Object.keys(budgetSchema.shape),
  'agents.usage': Object.keys(agentSettings.shape.usage.unwrap().shape),
  'agents.error-patterns': [...errorKinds],
  integration: Object.keys(integration.shape),
  'integration.review': Object.keys(reviewer.shape),
  checkout: Object.keys(checkoutSchema.shape),
  services: Object.keys(serviceSchema.shape),
  'checkout.ports': Object.keys(checkoutSchema.shape.ports.unwrap().shape),
  'integration.repair': ['agent', 'rounds'],
  'integration.candidates': Object.keys(candidates.shape),
}

/** The keys that may stand at a place of the plan file; none where names are free. */
export function toKnownKeys(path: PlanPath): readonly string[] {
  const named = ['tasks', 'agents', 'services'].includes(String(path[0]))
  const section = named ? path.filter((_, index) => index !== 1) : path
  return keysOfSections[section.join('.')] ?? []
}
