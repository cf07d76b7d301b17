import * as z from 'zod'
import { tellNotResumed } from '../../commands/comment/tell-issues.ts'
import { connectToGitHub } from '../../commands/github/connect.ts'
import { toGitEnvironment } from '../inputs/job-environment.ts'
import { tryEventPayload } from '../step/event-payload.ts'
import { tryRunUrl } from '../step/run-url.ts'
import type { Step } from '../step/step.ts'
import { withStepRepository } from '../step/step-repository.ts'

const commentedSchema = z.object({
  comment: z.object({}),
  issue: z.object({ number: z.number().int().positive() }),
})

/** The issue or pull request with the comment that started this workflow run, if one did. */
export function tryAsked({ env }: Step): number | undefined {
  const commented = commentedSchema.safeParse(tryEventPayload(env))
  return commented.success ? commented.data.issue.number : undefined
}

/** Answers where the command was written. */
export function tellRefusal(step: Step, said: string): Promise<void> {
  return withStepRepository(step, async repository => {
    const { env, inputs } = step
    const [asked, runUrl] = [tryAsked(step), tryRunUrl(env)]
    // Outside of a workflow, or without a token, only the step says it.
    if (asked === undefined || runUrl === undefined || inputs.githubToken === '') return
    const github = connectToGitHub(repository, { ...toGitEnvironment(env), GH_TOKEN: inputs.githubToken })
    const failure = await tellNotResumed(github, asked, { said, runUrl })
    if (failure !== undefined) step.log.line(`could not comment on #${asked}: ${failure}`)
  })
}
