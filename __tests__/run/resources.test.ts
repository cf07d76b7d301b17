import { platform } from 'node:os'
import { expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

const only = platform() === 'linux' ? test : test.skip

/** Works for a second of CPU, however busy the machine is, with 50 MB of memory and 3 MB of files. */
const work = `node -e "
  const held = Buffer.alloc(5e7, 1)
  require('fs').writeFileSync('out.bin', Buffer.alloc(3e6, 1))
  while (process.cpuUsage().user < 1e6) held[0]++
  setTimeout(() => {}, 500)
"; rm -f nothing; echo a > a.txt`

only('a report says what each task and the run took of the machine', async () => {
  const repository = makeRepository({ '.gitignore': '*.bin\n' })
  writePlan(repository, { a: { script: work } })
  const { tasks, resources, run } = await runToReport(repository)
  const { stdout } = await runCli(repository.folder, ['status', run, '--wide'])

  expect(tasks.a?.resources?.cpuSeconds).toBeGreaterThanOrEqual(0.8)
  expect(tasks.a?.resources?.memoryBytes).toBeGreaterThan(4e7)
  expect(tasks.a?.resources?.diskBytes).toBeGreaterThan(3e6)
  expect(resources).toMatchObject({
    mostAtOnce: 1,
    bottleneck: null,
    diskBytes: tasks.a?.resources?.diskBytes,
  })
  expect(resources?.cpuSeconds).toBeGreaterThan(1)
  expect(stdout).toMatch(/task +outcome +landing +tries +time +files +cpu +waited +memory +disk/)
  expect(stdout).toMatch(/at most 1 task at once · \S+ s of CPU on \d+ cores? · \d+ MB of memory/)
})
