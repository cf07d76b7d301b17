import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { requireContinueTrigger } from '../../src/action/planned/require-trigger.ts'
import { open } from '../handover/fixture.ts'
import { makeRemote } from '../support/remote.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'
import { makeStep } from '../support/step.ts'

const path = '.github/workflows/agents.yml'
const event = join(makeFolder('event'), 'event.json')
writeFileSync(event, JSON.stringify({ repository: { default_branch: 'main' } }))

/** Checks a workflow whose triggers are these. */
async function check(triggers: string, maxParts = '3'): Promise<void> {
  const repository = makeRepository({ [path]: `name: Agents\non: ${triggers}\njobs: {}\n` })
  makeRemote(repository)
  const env = { GITHUB_WORKFLOW_REF: `octo/app/${path}@refs/heads/main`, GITHUB_EVENT_PATH: event }
  const step = makeStep({ 'INPUT_MAX-PARTS': maxParts }, env)
  await requireContinueTrigger(step, await open(repository))
}

test('a run that may continue needs its trigger, and says what to write where', async () => {
  const advice =
    /max-parts: 3[\s\S]*agents\.yml on main[\s\S]*repository_dispatch: \{ types: \[parallel-agents-continue\] \}/
  await expect(check('workflow_dispatch')).rejects.toThrow(advice)
  await expect(check('{ push: {}, repository_dispatch: { types: [other] } }')).rejects.toThrow(advice)

  await check('{ repository_dispatch: { types: [other, parallel-agents-continue] } }')
  await check('[push, repository_dispatch]')
  await check('workflow_dispatch', '1')
})
