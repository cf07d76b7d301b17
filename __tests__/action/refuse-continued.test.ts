import { expect, test } from '@jest/globals'
import { refuseContinued } from '../../src/action/planned/refuse-continued.ts'
import { open } from '../handover/fixture.ts'
import { makeRemote } from '../support/remote.ts'
import { makeRepository } from '../support/repository.ts'
import { makeStep } from '../support/step.ts'

const run = '20261101-101500-ab12'

test('a job is refused when a later workflow run has taken over its run', async () => {
  const repository = makeRepository({ 'README.md': 'x' })
  makeRemote(repository)
  repository.git('push', '--quiet', 'origin', `HEAD:refs/parallel-agents/${run}/parts/3`)
  const opened = await open(repository)
  const redo = (part: string, attempt: number) => {
    const step = makeStep({ INPUT_PART: part }, {})
    return refuseContinued(step, opened, { run, attempt })
  }

  await expect(redo('2', 2)).rejects.toThrow(
    'continued in another workflow run (part 3): choose "Re-run failed jobs" there',
  )
  await expect(redo('3', 2)).resolves.toBeUndefined()
  await expect(redo('2', 1)).resolves.toBeUndefined() // the first attempt is what started that workflow run
})
