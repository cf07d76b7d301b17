import * as z from 'zod'

export const issuesSchema = z.strictObject({
  label: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Use only issues with this label, added by someone with push access, and not edited since. Default: any issue.',
    ),
  comments: z.boolean().default(false).describe('Include comments of people with push access in the prompt.'),
  answer: z
    .boolean()
    .default(true)
    .describe('Comment on each issue: that its run has started, then how its task ended.'),
})
