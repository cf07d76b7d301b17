import { existsSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

const onLinux = process.platform === 'linux' ? test : test.skip

// Tries: to leave a process in a session of its own, with an empty environment, that changes the checkout after the task was judged.
// Afterwards: it has ended with the task, without a sandbox as well.
onLinux('a process that an agent leaves in its checkout ends with the task', async () => {
  const scene = makeScene()
  const { tasks } = await scene.run(
    {
      a: {
        script:
          'env -i PATH="$PATH" setsid sh -c "until [ -e $TRAP.set ]; do sleep 0.1; done; echo alive > $TRAP" > /dev/null 2>&1 < /dev/null &\necho a > a.txt',
      },
      b: { script: 'touch "$TRAP.set"; sleep 2; echo b > b.txt', needs: ['a'] },
    },
    {},
    { args: ['--sandbox', 'none'] },
  )

  expect([tasks.a?.landing, tasks.b?.landing]).toEqual(['landed', 'landed'])
  expect(existsSync(scene.trap)).toBe(false)
})
