import * as z from 'zod'
import { budgetSchema, retryList } from './agent-schema.ts'
import { command, count, environment, globs, id, minutes } from './fields.ts'
import { review } from './review-schema.ts'

export const taskSchema = z
  .strictObject({
    title: z.string().trim().min(1).max(200).optional().describe('A one-line title. Default: the id.'),
    prompt: z
      .string()
      .trim()
      .min(1)
      .optional()
      .describe(
        'Instructions for the agent. Optional for an agent with `command`, which then gets the title.',
      ),
    'prompt-file': z.string().min(1).optional().describe('A file with the prompt, relative to the plan.'),
    issue: z
      .number()
      .int()
      .positive()
      .optional()
      .describe('The GitHub issue whose title and body become the prompt; the pull request closes it.'),
    'prompt-command': command
      .optional()
      .describe(
        'A command that prints the prompt, for example from another issue tracker. It runs once, before anything starts.',
      ),
    needs: z
      .array(id)
      .optional()
      .describe('Tasks that must succeed first. This task starts from their merged code. Default: none.'),
    files: globs
      .min(1)
      .optional()
      .describe(
        'The scope: globs of all files that the task may change. `!glob` excludes files. Default: every file that is not protected.',
      ),
    test: command.optional().describe('Must pass in the checkout of the task. Default: no test.'),
    setup: command
      .optional()
      .describe('Replaces the `setup` of the plan for this task. Default: as in the plan.'),
    agent: z
      .string()
      .min(1)
      .optional()
      .describe('A name under `agents`, or a known CLI. Default: as in the plan.'),
    env: environment
      .optional()
      .describe('Environment of this task; overrides that of the plan and the agent.'),
    'estimate-minutes': minutes.optional().describe('Estimated duration. Only for planning.'),
    'timeout-minutes': minutes.optional().describe('Time limit for an attempt. Default: as in the plan.'),
    'stall-minutes': minutes
      .optional()
      .describe(
        'An attempt, test or setup is stopped after this time without output, CPU use, file changes or an announced wait. Default: as in the plan.',
      ),
    retries: z
      .union([count, retryList])
      .optional()
      .describe(
        'Further attempts after a refused one: a number, or a list of overrides for each, such as `[{ model: opus }, { agent: codex }]`. Default: as in the plan.',
      ),
    retry: z
      .enum(['continue', 'fresh'])
      .optional()
      .describe(
        'Whether an attempt after a refused one continues the session of the agent. Default: as in the plan.',
      ),
    session: z
      .enum(['fresh', 'chain'])
      .optional()
      .describe(
        'chain: continue the session of the prerequisite that the same agent did. Refused if that is impossible. Default: as in the plan.',
      ),
    budget: budgetSchema.optional().describe('Limits of this task, over all attempts.'),
    'allow-no-changes': z
      .boolean()
      .optional()
      .describe('The task may end without a change; dependents still start. Default: false.'),
    'plan-first': z
      .union([
        z.boolean(),
        z.strictObject({
          agent: z
            .string()
            .min(1)
            .optional()
            .describe('The agent that plans. Default: the agent of the task, in a separate session.'),
          model: z.string().min(1).optional().describe('The model that plans. Default: that of its agent.'),
          approve: z
            .boolean()
            .optional()
            .describe(
              'A person must approve the plan before the task runs: by `parallel-agents approve`, or on GitHub by the comment `/agents approve <task>`. Default: false.',
            ),
        }),
      ])
      .optional()
      .describe(
        'A session whose changes are discarded writes a plan first; the agent works from that plan. Default: false.',
      ),
    review: review.optional(),
  })
  .describe('One piece of work for one agent.')
