import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

// Tries: a pipe in place of its log and of those of other tasks, which whoever opens it would wait for.
// Afterwards: the run has ended by itself.
test('an agent that puts pipes in place of logs does not make the harness wait', async () => {
  const { run } = makeScene()
  const script =
    'for log in a b _integration; do rm -f "$STATE/$log.log"; mkfifo "$STATE/$log.log"; done; echo a > a.txt'
  const tasks = { a: { script, test: 'true' }, b: { script: 'echo b > b.txt', needs: ['a'] } }
  const { status } = await run(tasks, { integration: { test: 'true' } })

  expect(status).toBe('landed')
}, 30_000)
