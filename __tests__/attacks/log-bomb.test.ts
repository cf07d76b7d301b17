import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

// Tries: to fill the disk with output.
// Afterwards: the beginning and the end of it are in the log, with a note between them.
test('an agent that prints 100 MB leaves a log with the beginning and the end of it', async () => {
  const { repository, run } = makeScene()
  const print =
    'echo first line; yes 0123456789012345678901234567890123456789 | head -c 100000000; echo; echo last line; echo a > a.txt'
  const { run: id, status } = await run({ a: { script: print } })
  const path = join('.git', 'parallel-agents', id, 'a.log')
  const log = repository.read(path)

  expect(status).toBe('landed')
  expect(statSync(join(repository.folder, path)).size).toBeLessThan(30_000_000)
  expect(log).toContain('first line')
  expect(log).toContain('last line')
  expect(log).toMatch(/── \d+ bytes omitted here/)
})
