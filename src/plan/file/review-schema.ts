import * as z from 'zod'
import { count } from './fields.ts'

export const reviewer = z
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

export const review = z
  .union([reviewer, z.array(reviewer).min(1).max(10)])
  .describe('Who must approve the work: one reviewer, or a list of specialised ones.')
