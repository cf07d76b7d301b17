import { resolve } from 'node:path'
import { fetchRemotePlans } from '../../commands/approve/remote-plans.ts'
import { followEvent } from '../../commands/comment/follow-event.ts'
import type { Followed } from '../../commands/comment/order.ts'
import { readEvent } from '../../commands/comment/read-event.ts'
import { readPlanSettings } from '../../commands/from-issues/plan-settings.ts'
import { connectToGitHub } from '../../commands/github/connect.ts'
import { toInertText } from '../../model/inert-text.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { toPlainLine } from '../../report/text/text.ts'
import type { RunId } from '../../run/run-id.ts'
import { requireRemoteAccess } from '../github/remote-access.ts'
import { toApprovalInput } from '../inputs/input-readers.ts'
import { toGitEnvironment } from '../inputs/job-environment.ts'
import { tryEventPayload } from '../step/event-payload.ts'
import { tryRunUrl } from '../step/run-url.ts'
import type { Step, StepResult } from '../step/step.ts'
import { toWorkingFolder, withStepRepository } from '../step/step-repository.ts'
import { requirePlanOutput } from './plan-output.ts'

/**
 * `command: comment`: handles the workflow's event: commands in comments, labels of issues, schedules and dispatches. GitHub says
 * who may give commands.
 */
export function commentCommand(step: Step): Promise<StepResult> {
  return withStepRepository(step, async repository => {
    const { inputs, env, log } = step
    const payload = requireEvent(step)
    const asked = readEvent(env.GITHUB_EVENT_NAME ?? '', payload, inputs.label)
    const withToken = { ...toGitEnvironment(env), GH_TOKEN: inputs.githubToken }
    const settings =
      inputs.plan === undefined ? undefined : readPlanSettings(resolve(toWorkingFolder(step), inputs.plan))
    const github = connectToGitHub(repository, withToken)
    const runUrl = tryRunUrl(env) ?? ''
    const actor = env.GITHUB_TRIGGERING_ACTOR || env.GITHUB_ACTOR
    const readPlans = (run: RunId) => fetchRemotePlans(repository, run, requireRemoteAccess(step, repository))
    const order = { repository, github, env: withToken, settings, actor, runUrl, readPlans }
    const followed = await followEvent(order, asked)
    log.line(toPlainLine(followed.said))
    return {
      outputs: toOutputs(followed),
      summary: `${toInertText(followed.said)}\n`,
      annotations: [],
      failure: undefined,
    }
  })
}

function requireEvent({ env }: Pick<Step, 'env'>): unknown {
  const payload = tryEventPayload(env)
  if (payload === undefined)
    throw new RefusedError(
      'this is not a GitHub workflow, so there is no event: $GITHUB_EVENT_PATH is not set',
    )
  return payload
}

function toOutputs(followed: Followed): Record<string, string> {
  if (followed.kind === 'run') return { asked: 'run', 'plan-text': requirePlanOutput(followed.planText) }
  if (followed.kind === 'nothing') return { asked: '' }
  const { run, task = '', words } = followed
  const approve = followed.kind === 'approve' ? toApprovalInput(followed) : ''
  return { asked: 'retry', run, tasks: task, feedback: words, approve }
}
