import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

// Tries: a pipe in place of an object of its own commit, in which git would wait for ever.
// Afterwards: the run has ended, and says that the commits cannot be read.
test('an agent that puts a pipe in place of an object does not make git wait', async () => {
  const { run } = makeScene()
  const script = [
    'echo a > a.txt; git add a.txt; git -c user.name=A -c user.email=a@x commit -qm a',
    'blob=$(git rev-parse HEAD:a.txt); object="$(git rev-parse --git-dir)/objects/$(echo $blob | cut -c1-2)/$(echo $blob | cut -c3-)"',
    'rm -f "$object"; mkfifo "$object"',
  ].join('\n')
  const { tasks } = await run({ a: { script } })

  expect(tasks.a?.reason ?? '').toMatch(/cannot be read|^$/)
}, 40_000)
