import type { PublishRequest } from '../../jobs/publish/prepare-publication.ts'
import { sleepSeconds } from '../../model/timing/delays.ts'
import type { Step } from '../step/step.ts'
import { openGitHub, untilDone } from './github.ts'

/** The event that continues a run: a token that may push may send it. */
export const continueEvent = 'parallel-agents-continue'

/** Starts the workflow run that continues a run: the same workflow, as on the default branch. */
export async function startPart(
  { env, inputs }: Step,
  { collected, land }: PublishRequest,
  part: number,
): Promise<void> {
  const github = await openGitHub(env, inputs.githubToken)
  const workflow = toWorkflowPath(env.GITHUB_WORKFLOW_REF ?? '')
  await untilDone(sleepSeconds, async () => {
    const { run } = collected
    const payload = { run, part, land, workflow, 'max-parts': inputs.maxParts }
    await github.ask('POST', '/dispatches', { event_type: continueEvent, client_payload: payload })
  })
}

/** `owner/repo/.github/workflows/agents.yml@refs/heads/main` → `.github/workflows/agents.yml`. */
export function toWorkflowPath(ref: string): string {
  return ref.replace(/@.*$/, '').split('/').slice(2).join('/')
}
