import * as z from 'zod'
import { pullRequestModes } from '../../model/plan.ts'
import { resolverNames } from '../../model/resolver-names.ts'
import { command, count, globs, minutes } from './fields.ts'
import { review } from './review-schema.ts'

const candidateCount = count.max(50)
const whenUntold = z
  .enum(['proof-only', 'tests'])
  .describe(
    'Where it cannot be told whether a test touches the lines. proof-only: leave the conflict. tests: passing tests are enough.',
  )
export const candidatesSchema = z.strictObject({
  most: candidateCount.default(6).describe('How many, and how many runs of those tests, for one merge.'),
  'when-untold': whenUntold.default('proof-only'),
})

export const integrationSchema = z
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
      .union([candidateCount, whenUntold, candidatesSchema], {
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
