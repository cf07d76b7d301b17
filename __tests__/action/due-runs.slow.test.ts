import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runAction } from '../support/action.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, openTestRepository } from '../support/repository.ts'

test('a pushed run continues by itself when its quotas have reset, and redoes nothing else', async () => {
  const remote = openTestRepository(makeFolder('remote'))
  remote.git('init', '--quiet', '--bare', '--initial-branch=main')
  const folder = makeFolder('quota')
  const limited = `echo x >> ${folder}/starts
    if [ ! -e ${folder}/reset ]; then echo '{"limit":"usage limit reached, try again in 15 seconds"}'; exit 1; fi
    echo done > limited.txt`
  const repository = makeRepository()
  writePlan(
    repository,
    {
      limited: { agent: 'limited', prompt: 'x', files: ['limited.txt'] },
      after: { script: 'cat limited.txt > after.txt', files: ['after.txt'], needs: ['limited'] },
      fine: { script: `echo x >> ${folder}/fine; echo fine > fine.txt`, files: ['fine.txt'] },
      bad: { script: `echo x >> ${folder}/bad; exit 3`, files: ['bad.txt'], retries: 0 },
    },
    {
      'on-quota': 'stop',
      agents: {
        limited: {
          command: limited,
          output: 'jsonl',
          error: 'limit',
          'error-patterns': { quota: ['usage limit'] },
        },
      },
      integration: { land: 'none', test: 'ls' },
    },
  )
  repository.commit('The plan')
  repository.git('remote', 'add', 'origin', remote.folder)
  repository.git('push', '--quiet', 'origin', 'main')
  const continueIt = async () => {
    const clone = openTestRepository(makeFolder('clone'))
    clone.git('clone', '--quiet', remote.folder, '.')
    return runAction(clone.folder, { inputs: { command: 'retry' } })
  }
  const starts = (name: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').trim().split('\n').length : 0

  expect((await continueIt()).summary).toContain('No pushed run has tasks whose quota has reset')
  const first = await runAction(repository.folder, { inputs: { push: 'true' } })
  const run = first.outputs.run as string
  expect(first.summary).toContain('| `limited` | parked |')
  const early = await continueIt()
  expect([early.code, early.outputs]).toEqual([0, {}])

  writeFileSync(join(folder, 'reset'), '')
  await new Promise(resolve => setTimeout(resolve, 16_000))
  const second = await continueIt()
  expect(second.outputs).toMatchObject({ run, 'landed-tasks': '["limited","after","fine"]' })
  expect(remote.show(`agents/${run}/integration`, 'after.txt')).toBe('done')
  expect([starts('starts'), starts('fine'), starts('bad')]).toEqual([2, 1, 1])
  expect((await continueIt()).outputs).toEqual({})
}, 240_000)
