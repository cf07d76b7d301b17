import * as z from 'zod'

const line = z.string().trim().min(1).max(200)
const login = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}(\/[A-Za-z0-9_.-]{1,100})?(\[bot\])?$/, {
  error: 'must be a login, or a team as organisation/team',
})

export const pullRequestSchema = z
  .strictObject({
    title: line
      .optional()
      .describe('Its title. Default: the name of the plan; the title of its task, if it has only one.'),
    draft: z.boolean().default(true).describe('Whether it is opened as a draft.'),
    labels: z.array(line).max(100).default([]).describe('Labels that it gets when it is opened.'),
    reviewers: z
      .array(login)
      .max(50)
      .default([])
      .describe('Who is asked to review it when it is opened: logins, or teams as `organisation/team`.'),
    assignees: z.array(login).max(10).default([]).describe('Who it is assigned to when it is opened.'),
    milestone: line.optional().describe('The title of an open milestone.'),
    template: z
      .string()
      .min(1)
      .max(1000)
      .refine(
        path => !path.startsWith('/') && !path.split('/').some(part => ['.', '..', ''].includes(part)),
        {
          error: 'must be the path of a file, from the top of the repository',
        },
      )
      .optional()
      .describe(
        'A file of the target, such as `.github/pull_request_template.md`, that its description begins with.',
      ),
  })
  .describe('How the pull request for the tested result looks.')
