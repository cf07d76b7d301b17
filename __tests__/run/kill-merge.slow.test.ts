import { expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { runAndKill, runCli } from '../support/cli.ts'
import { copyFolder, makeRepository, openTestRepository } from '../support/repository.ts'
import { rounds } from '../support/rounds.ts'
import { storeRun } from '../support/stored-run.ts'

const branches = rounds(60, 200)
const kills = rounds(6, 20)
const culprit = `t${Math.floor(branches * 0.4)}`

test(`a merge of ${branches} branches that is killed ${kills} times ends where an undisturbed one ends`, async () => {
  const repository = makeRepository({ 'culprit.txt': 'good\n' })
  const names = Array.from({ length: branches }, (_, index) => `t${index}`)
  const files = Object.fromEntries(names.map(name => [name, [`${name}.txt`, `${name}\n`] as const]))
  const run = storeRun(
    repository,
    { ...files, [culprit]: ['culprit.txt', 'bad\n'] },
    { test: 'grep -q good culprit.txt', 'flaky-retries': 0 },
  )
  const disturbed = openTestRepository(copyFolder(repository.folder))
  const startedAt = performance.now()
  const undisturbed = JSON.parse((await runCli(repository.folder, ['merge', '--json'])).stdout) as Report
  const duration = performance.now() - startedAt
  expect(undisturbed.tasks[culprit]?.landing).toBe('evicted')

  for (let kill = 0; kill < kills; kill++) {
    disturbed.git('update-ref', '-d', `refs/heads/agents/${run}/integration`)
    await runAndKill(disturbed.folder, ['merge'], (duration * (kill + Math.random())) / kills)
  }
  const { stdout } = await runCli(disturbed.folder, ['merge', '--json'])
  const { integration, tasks: landed } = JSON.parse(stdout) as Report
  expect(integration.commit).toBe(undisturbed.integration.commit)
  expect(disturbed.git('rev-parse', integration.branch as string)).toBe(undisturbed.integration.commit)
  expect(Object.values(landed).filter(({ landing }) => landing === 'landed')).toHaveLength(branches - 1)
}, 900_000)
