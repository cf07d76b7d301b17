import * as z from 'zod'
import { count } from './fields.ts'

export const reviewer = z
  .strictObject({
    agent: z
      .string()
      .min(1)
      .optional()
      .describe(
        'The agent that reviews. Default: the agent of the task (for the whole result: `integration.agent`, or the agent of its first task), in a separate session.',
      ),
    model: z.string().min(1).optional().describe('The model that reviews. Default: that of its agent.'),
    rounds: count
      .max(10)
      .default(2)
      .describe('How often findings are sent back to the author before the task ends as `rejected`.'),
    prompt: z.string().trim().min(1).optional().describe('What this reviewer focuses on, such as security.'),
  })
  .describe(
    'A review in a fresh session that sees the task, the change and the test result, but nothing that the author says.',
  )

/** Of the whole result, which has no author to correct it. */
export const resultReviewer = reviewer
  .omit({ rounds: true })
  .describe('A review in a fresh session that sees the tasks, the change and the test result.')

export const resultReview = z
  .union([resultReviewer, z.array(resultReviewer).min(1).max(10)])
  .describe('Reviewers that must approve the result: one, or a list of specialised ones.')

export const review = z
  .union([reviewer, z.array(reviewer).min(1).max(10)])
  .describe('Reviewers that must approve the work: one, or a list of specialised ones.')
