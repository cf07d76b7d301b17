import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from '@jest/globals'
import { requireNode24 } from '../runner/node-binary.ts'
import type { Repository } from '../services/repository.ts'
import { createCaller, runReused } from './caller.ts'
import { useProduct } from './product.ts'

const inHere = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const github = useProduct()
const node = requireNode24()
const outside = mkdtempSync(join(tmpdir(), 'pa-stolen-'))
afterAll(() => rmSync(outside, { recursive: true }))

/** Takes a lane with the token of the job that it runs in. */
const take = (...args: string[]) =>
  `(cd /; ${node} ${inHere('./programs/steal.mjs')} ${node} ${inHere('./programs/take-lane.ts')} ${args.join(' ')} > ${outside}/log 2>&1; true)`

/** Every version of the file of that task. */
async function readPrey(repository: Repository): Promise<string> {
  const refs = Object.keys(await repository.refs())
  const texts = refs.map(ref => repository.git('cat-file', 'blob', `${ref}:prey.txt`).catch(() => ''))
  return (await Promise.all(texts)).join(' ')
}

/** What is not published is not deleted either: it is there in the next attempt. */
async function runTwice(repository: Repository): Promise<void> {
  github().faults.add(/\/pulls$/, 403, 2) // also that of the job `plan`, which only asks
  const run = await runReused(github(), repository)
  expect(
    github()
      .artifacts.list(run.id)
      .map(({ name }) => name)
      .join(),
  ).toMatch(/-2-prey/)
  await run.rerunFailed()
}

/** Fails in the first attempt of the workflow run. */
const prey = (mark: string) => ({
  script: `if [ ! -e ${outside}/${mark} ]; then touch ${outside}/${mark}; exit 1; fi; echo prey > prey.txt`,
  files: ['prey.txt'],
  retries: 0,
})
const honest = { script: 'echo honest > honest.txt', files: ['honest.txt'] }

describe('an agent that speaks for the lane of another task, with a key of its own, gets nothing of it into the repository', () => {
  test('when it takes the place of a lane that has ended', async () => {
    const repository = await createCaller(github(), {
      tasks: {
        honest,
        prey: { script: 'echo prey > prey.txt', files: ['prey.txt'] },
        thief: { script: `${take('prey', '1', 'its', 'after')}; echo x > thief.txt`, files: ['thief.txt'] },
      },
    })
    const run = await runReused(github(), repository)

    expect(await readPrey(repository)).not.toContain('forged')
    expect(run.conclusion).toBe('failure')
    expect(run.job('agents / publish').log).toMatch(/the handover of prey is refused/)
  })

  test('when it prepares the next attempt under the name of its own lane', async () => {
    const repository = await createCaller(github(), {
      tasks: {
        honest,
        prey: prey('own'),
        thief: { script: `${take('prey', '2', 'own')}; echo x > thief.txt`, files: ['thief.txt'] },
      },
    })
    await runTwice(repository)

    expect(await readPrey(repository)).not.toContain('forged')
  })

  test.each(['own', 'its'])('when a test of the merge prepares the next attempt of %s lane', async whose => {
    const repository = await createCaller(github(), {
      tasks: { honest, prey: prey(`merge-${whose}`) },
      plan: { integration: { test: take('prey', '2', whose) } },
    })
    await runTwice(repository)

    expect(await readPrey(repository)).not.toContain('forged')
  })
})
