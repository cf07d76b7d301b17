import { expect, test } from '@jest/globals'
import { retryCommand } from '../../src/action/commands/retry-command.ts'
import { makeRemote } from '../support/remote.ts'
import { makeRepository } from '../support/repository.ts'
import { makeStep } from '../support/step.ts'

test.each([{}, { GITHUB_EVENT_PATH: '' }])(
  'a run that cannot be resumed outside of a workflow says why: %p',
  async more => {
    const repository = makeRepository({ 'README.md': 'x' })
    makeRemote(repository)
    const env = { PATH: process.env.PATH ?? '', GITHUB_WORKSPACE: repository.folder, ...more }
    const step = makeStep({ INPUT_COMMAND: 'retry', INPUT_RUN: '20261101-101500-ab12' }, env)

    await expect(retryCommand(step)).rejects.toThrow('there is no run 20261101-101500-ab12 at the remote')
  },
)
