import type { CollectedRun } from '../../jobs/collect/collected-run.ts'
import { hasNextPart } from '../../jobs/continuation/next-part.ts'
import { continueRun } from '../../jobs/publish/continue-run.ts'
import { toLandMode } from '../../jobs/publish/deliver-result.ts'
import { placedUrl } from '../../jobs/publish/forge.ts'
import type { PublishRequest } from '../../jobs/publish/prepare-publication.ts'
import type { Publication } from '../../jobs/publish/publication.ts'
import { type PublishPreview, previewPublish, publishRun } from '../../jobs/publish/publish-run.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { sleepSeconds } from '../../model/timing/delays.ts'
import { toRunSummary } from '../../report/markdown/run-summary.ts'
import { toPlainLine } from '../../report/text/text.ts'
import { openGitHub } from '../github/github.ts'
import { readOwnFailedJobs } from '../github/own-failed-jobs.ts'
import { GitHubForge } from '../github/pull-requests.ts'
import { requireRemoteAccess } from '../github/remote-access.ts'
import { startPart } from '../github/start-part.ts'
import { logReport, resumeByJobs } from '../output/log-report.ts'
import { toRunOutputs } from '../output/run-outputs.ts'
import { writeReport } from '../output/write-report.ts'
import { releasePlan } from '../planned/claim-plan.ts'
import type { Annotation } from '../step/annotation.ts'
import { tryRunUrl } from '../step/run-url.ts'
import { mostSummaryBytes, type Step, type StepResult } from '../step/step.ts'
import { withStepRepository } from '../step/step-repository.ts'
import { toPublishedNext } from './published-next.ts'
import { withCollectedRun } from './with-collected-run.ts'

/** `command: publish`: pushes the results of a run's lanes and their merge, and opens pull requests. Starts no agents. */
export function publishCommand(step: Step): Promise<StepResult> {
  return withStepRepository(step, repository =>
    withCollectedRun(step, repository, async (collected, exchange) => {
      const { inputs, env } = step
      const request: PublishRequest = {
        collected: collected,
        exchange,
        land: toLandMode(collected.plan),
        access: requireRemoteAccess(step, repository),
        forge: new GitHubForge(() => openGitHub(env, inputs.githubToken), sleepSeconds),
        readFailedJobs: () => readOwnFailedJobs(step),
        runUrl: tryRunUrl(env),
      }
      if (inputs.mergeEnd === 'continued' || (await isContinued(step, request))) return goOn(step, request)
      if (inputs.dryRun) return toPreview(step, await previewPublish(request))
      const publication = await publishRun(request)
      await releasePlan(step, collected.plan, collected.target)
      return endStep(step, collected, publication)
    }),
  )
}

/** A job that is redone must not publish what a later workflow run still works on. */
async function isContinued(
  { inputs }: Step,
  { collected, access }: Pick<PublishRequest, 'collected' | 'access'>,
): Promise<boolean> {
  return collected.attempt > 1 && (await hasNextPart(collected, access, inputs.part))
}

/** Pushes the current results, and starts the next workflow run. */
async function goOn(step: Step, request: PublishRequest): Promise<StepResult> {
  const { part, maxParts: mostParts, dryRun } = step.inputs
  if (dryRun)
    throw new RefusedError('`dry-run` is not available for a run that continues in another workflow run')
  const { run } = request.collected
  const end = await continueRun(request, { part, mostParts }, next => startPart(step, request, next))
  const left = end.isNew ? `: ${end.left} of ${end.total} tasks are left` : ''
  const text = `Run ${run} continues in another workflow run (part ${end.part} of at most ${mostParts})${left}. To stop it, cancel that workflow run.`
  step.log.line(text)
  return {
    outputs: { run },
    summary: `${text}\n`,
    annotations: end.problems.map(toAnnotation),
    failure: toFailure(end.problems),
  }
}

function toPreview({ log }: Step, preview: PublishPreview): StepResult {
  const { updates, pullRequests, problems, report } = preview
  log.begin('Would be pushed')
  for (const line of updates.length === 0 ? ['nothing: everything is already there'] : updates) log.line(line)
  log.begin('Would be opened or updated')
  for (const line of pullRequests.length === 0 ? ['no pull request'] : pullRequests) log.line(line)
  log.end()
  for (const problem of problems) log.line(toPlainLine(problem))
  log.line('nothing was pushed (dry-run: true)')
  return { outputs: { run: report.run }, summary: '', annotations: [], failure: toFailure(problems) }
}

async function endStep(step: Step, { plan }: CollectedRun, publication: Publication): Promise<StepResult> {
  const { report, pullRequests, there, problems } = publication
  const { integration } = pullRequests
  step.log.begin('Pushed')
  for (const ref of there) step.log.line(ref)
  step.log.end()
  logReport(step, report, { isPushed: report.integration.branch !== null, resume: resumeByJobs })
  for (const url of placedUrls(publication)) step.log.line(url)
  return {
    outputs: {
      ...toRunOutputs(report, await writeReport(step, report)),
      'pull-request-number': integration?.kind === 'placed' ? String(integration.number) : '',
      'pull-request-url': integration?.kind === 'placed' ? integration.url : '',
    },
    summary: toRunSummary({
      report,
      tasks: plan.tasks,
      next: toPublishedNext(publication),
      maxBytes: mostSummaryBytes,
    }),
    annotations: problems.map(toAnnotation),
    failure: toFailure(problems),
  }
}

function placedUrls({ pullRequests: { integration, tasks } }: Publication): string[] {
  return [integration, ...tasks.values()].flatMap(placed => placedUrl(placed) ?? [])
}

function toAnnotation(problem: string): Annotation {
  return { level: 'error', title: 'Not published', message: problem }
}

function toFailure(problems: readonly string[]): string | undefined {
  return problems.length === 0 ? undefined : `some work could not be published:\n${problems.join('\n')}`
}
