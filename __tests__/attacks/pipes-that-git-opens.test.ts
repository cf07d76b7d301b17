import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

// Tries: pipes and a device where git looks for patterns and attributes, in which it would wait for ever.
// Afterwards: the run has ended, with the rest of the work.
test('an agent that leaves pipes as .gitignore and .gitattributes does not make git wait', async () => {
  const { run } = makeScene()
  const script =
    'mkdir -p d/e; for f in .gitignore d/.gitattributes d/e/.gitignore d/.gitmodules; do mkfifo $f; done; echo a > d/a.txt; git config core.excludesFile /dev/zero'
  const tasks = {
    a: { script, test: 'mkfifo d/e/.gitattributes' },
    b: { script: 'sleep 1.5; echo b > b.txt' },
  }
  const { status } = await run(tasks, { integration: { 'forecast-seconds': 1 } })

  expect(status).toBe('landed')
}, 40_000)

// Tries: to make git wait for a pipe in place of the other part of an index that it split.
// Afterwards: the run has ended, and says what to do.
test('an agent that leaves a pipe as a part of its index does not make git wait', async () => {
  const { run } = makeScene()
  const script =
    'echo a > a.txt; git sparse-checkout set none; git update-index --split-index; for f in "$(git rev-parse --absolute-git-dir)"/sharedindex.*; do rm -f "$f"; mkfifo "$f"; done'
  const { tasks } = await run({ a: { script } })

  expect(tasks.a?.outcome).not.toBe('succeeded')
  expect(tasks.a?.reason).toContain('git sparse-checkout disable')
}, 40_000)
