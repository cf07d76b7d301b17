import * as z from 'zod'
import { budgetSchema, retryList } from './agent-schema.ts'
import { command, count, environment, globs, id, minutes } from './fields.ts'
import { review } from './review-schema.ts'

export const taskSchema = z
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
          approve: z
            .boolean()
            .optional()
            .describe('A person decides about the plan before the task is done: `parallel-agents approve`.'),
        }),
      ])
      .optional()
      .describe('A session that can change nothing writes a plan first, and the task is done from it.'),
    review: review.optional(),
  })
  .describe('One piece of work for one agent.')
