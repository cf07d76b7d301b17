import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

// Tries: a commit with a message of 20 MB.
// Afterwards: the run has ended, and says why there is no commit.
test('a commit with an endless message is not taken', async () => {
  const { tasks } = await makeScene().run({
    a: { script: 'echo a > a.txt; git add .; head -c 20000000 /dev/zero | tr "\\0" x | git commit -q -F -' },
  })

  expect(tasks.a?.reason).toContain('has a message of 2000')
}, 60_000)
