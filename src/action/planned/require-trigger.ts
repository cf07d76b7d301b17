import { readFileSync } from 'node:fs'
import type { Repository } from '../../git/repository/open-repository.ts'
import { RefusedError } from '../../model/refused-error.ts'
import { readYaml } from '../../plan/yaml/yaml-document.ts'
import { continueEvent, toWorkflowPath } from '../github/start-part.ts'
import type { Step } from '../step/step.ts'

/**
 * Refuses a run that could not continue: without the trigger, GitHub accepts the event that should start the next workflow run, and
 * starts nothing. A workflow that cannot be read is not refused.
 */
export async function requireContinueTrigger({ inputs, env }: Step, repository: Repository): Promise<void> {
  if (inputs.maxParts === 1) return
  const path = toWorkflowPath(env.GITHUB_WORKFLOW_REF ?? '')
  const branch = tryDefaultBranch(env.GITHUB_EVENT_PATH)
  if (branch === undefined) return
  const file = await repository.objects.read(`refs/remotes/origin/${branch}:${path}`)
  if (file?.type !== 'blob' || hasTrigger(file.content.toString())) return
  throw new RefusedError(
    `\`max-parts: ${inputs.maxParts}\` needs a trigger that starts the next workflow run. Write in ${path} on ${branch}:\n` +
      `    on:\n      repository_dispatch: { types: [${continueEvent}] }`,
  )
}

function hasTrigger(text: string): boolean {
  const document = readYaml(text)
  if (!('value' in document)) return true
  const { on } = (document.value ?? {}) as { readonly on?: unknown }
  if (typeof on !== 'object' || on === null || Array.isArray(on))
    return [on].flat().includes('repository_dispatch')
  if (!('repository_dispatch' in on)) return false
  const { types } = (on.repository_dispatch ?? {}) as { readonly types?: unknown }
  return types === undefined || [types].flat().includes(continueEvent)
}

function tryDefaultBranch(eventPath: string | undefined): string | undefined {
  if (!eventPath) return undefined
  const payload = JSON.parse(readFileSync(eventPath, 'utf8')) as {
    readonly repository?: { readonly default_branch?: string }
  }
  return payload.repository?.default_branch
}
