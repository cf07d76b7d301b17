import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

// Tries: to take back through its own output what it has printed, and to make a log of 60 GB of it.
// Afterwards: the log holds what was printed, and is small.
test('an agent has no access to its log through its output', async () => {
  const { repository, run } = makeScene()
  const wipe = 'truncate -s 0 /dev/stdout; truncate -s 60G /dev/stdout; : > /proc/self/fd/1'
  const { run: id } = await run({ a: { script: `echo printed before; ${wipe}; echo a > a.txt` } })
  const log = repository.read(`.git/parallel-agents/${id}/a.log`)

  expect(log).toContain('printed before')
  expect(log.length).toBeLessThan(5000)
})
