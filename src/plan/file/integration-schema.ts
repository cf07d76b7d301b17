import * as z from 'zod'
import { pullRequestModes } from '../../model/pull-request/settings.ts'
import { resolverNames } from '../../model/resolver-names.ts'
import { command, count, globs, minutes } from './fields.ts'
import { pullRequestSchema } from './pull-request-schema.ts'
import { resultReview } from './review-schema.ts'

const candidateCount = count.max(50)
const whenUnknown = z
  .enum(['proof-only', 'tests'])
  .describe(
    'What to do when it is unknown whether a test covers the lines. proof-only: leave the conflict. tests: passing tests are enough. Default: proof-only.',
  )
export const candidatesSchema = z.strictObject({
  most: candidateCount.default(6).describe('Maximum number of candidates, and of test runs, per merge.'),
  'when-unknown': whenUnknown.optional(),
  'when-untold': whenUnknown.optional().describe('The old name of `when-unknown`.'),
})

const compareSchema = z.strictObject({
  agent: z
    .string()
    .min(1)
    .optional()
    .describe(
      'The agent that compares. Default: `agent` of the integration, or else that of the task, in a separate session.',
    ),
  model: z.string().min(1).optional().describe('The model that compares. Default: that of its agent.'),
})

export const integrationSchema = z
  .strictObject({
    setup: command
      .optional()
      .describe('Runs in the checkout of the merged result, before the test. Default: none.'),
    test: command.optional().describe('Must pass on the merged result. Default: no test.'),
    'timeout-minutes': minutes.default(60).describe('`setup` and `test` are stopped after this time.'),
    'flaky-retries': count.default(1).describe('How often a failed test is repeated on the same tree.'),
    'on-conflict': z
      .enum(['resolve', 'agent', 'stop'])
      .optional()
      .describe(
        'What to do when rules decline. resolve: tests choose among candidates, then `agent` resolves. agent: after that, the agent of the task redoes its work on top of what landed. stop: leave the conflict to you. Default: agent in a plan with a `budget`, otherwise resolve.',
      ),
    resolvers: z
      .array(z.enum(resolverNames))
      .default([...resolverNames])
      .describe('Resolvers to use. Their order is fixed.'),
    candidates: z
      .union([candidateCount, whenUnknown, candidatesSchema], {
        error: 'must be a number up to 50, proof-only, tests, or { most: 6, when-unknown: tests }',
      })
      .default(6)
      .describe(
        'When rules decline: candidate resolutions to try with the tests of the conflicting tasks. A number (0: none), or what to do when it is unknown whether a test covers the lines, or both: `{ most: 4, when-unknown: tests }`.',
      ),
    generated: z
      .record(z.string().min(1), command)
      .default({})
      .describe(
        'Generated files, by glob, with their command: on a conflict it runs on the merged files. Lock files are built in.',
      ),
    agent: z
      .string()
      .min(1)
      .optional()
      .describe('The agent for conflicts that rules cannot resolve. Default: none.'),
    'agent-rounds': count
      .min(1)
      .max(10)
      .default(2)
      .describe('Maximum attempts of that agent per conflict, each with the reason for the last refusal.'),
    review: resultReview
      .optional()
      .describe(
        'Who reviews the tested result against the prompts of all tasks. Without approval nothing lands; the branches of the tasks remain.',
      ),
    compare: z
      .union([z.boolean(), compareSchema])
      .optional()
      .describe(
        'Whether an agent in a fresh session compares what landed with the issues that asked for it: each wish is done, partly done, missing or beyond. In the pull request as a checklist; nothing is left out because of it. Default: false.',
      ),
    contracts: globs
      .default([])
      .describe('Files that other tasks rely on: work based on an outdated version of them is reported.'),
    report: z
      .string()
      .min(1)
      .refine(path => !path.split('/').some(part => part === '..' || part === '.'), {
        error: 'must be a file inside the repository, without "." and ".."',
      })
      .optional()
      .describe('A file in which the test reports failures: JUnit XML, TAP, JSON of jest or vitest, …'),
    'test-only': command
      .optional()
      .describe(
        'A command that runs single tests, to find the branch that breaks them: `{files}`, `{names}` and `{ids}` are filled in. Common test runners are built in.',
      ),
    'test-parallel': count.min(1).max(64).default(1).describe('Number of trees tested in parallel.'),
    rolling: z
      .boolean()
      .default(false)
      .describe(
        'Merge and test finished tasks while others still run, when no agent needs the slot: a combination that breaks the tests is reported immediately. Nothing lands before the end.',
      ),
    'on-evict': z
      .enum(['leave', 'retry'])
      .default('leave')
      .describe('retry: a task that breaks the test is redone once on top of what landed.'),
    repair: z
      .strictObject({
        agent: z.string().min(1).describe('The agent that repairs.'),
        rounds: count.min(1).max(10).default(1).describe('Maximum attempts.'),
      })
      .optional()
      .describe(
        'Before a task that breaks the test is evicted, this agent may repair it on top of the merged result, within the scope of the task and through the same gates and tests.',
      ),
    'forecast-seconds': z
      .number()
      .min(0)
      .max(86_400)
      .default(30)
      .describe('Interval for forecasting conflicts from the unfinished work of running agents. 0: off.'),
    'on-forecast': z
      .enum(['warn', 'tell-agents', 'serialize'])
      .default('warn')
      .describe(
        'When a conflict is forecast: warn: report it. tell-agents: also tell the agent of the later task. serialize: report it, and delay tasks whose scope names files that running tasks are changing.',
      ),
    land: z
      .enum(['pull-request', 'push', 'none'])
      .optional()
      .describe('How to deliver the tested result. Default: none on one machine, pull-request on GitHub.'),
    'pull-requests': z
      .enum(pullRequestModes)
      .default('integration')
      .describe(
        'With `land: pull-request`: one pull request for the tested result (integration), one per task (tasks), one per task on top of the branch of the task that it needs (stacked), or both (integration and tasks).',
      ),
    'pull-request': pullRequestSchema.prefault({}),
    'land-rounds': count
      .min(1)
      .default(5)
      .describe('How often to merge and test again when the target has moved.'),
  })
  .describe('How the branches are merged, tested and landed.')
