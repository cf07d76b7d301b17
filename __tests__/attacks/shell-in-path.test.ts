import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

// Tries: programs of its own under the names of those that the harness runs, found through a relative entry of PATH.
// Afterwards: the failing test has failed.
test('an agent that leaves its own sh, mv, sleep and git in the checkout does not turn a failing test green', async () => {
  const { run } = makeScene()
  const plant =
    'for name in sh mv sleep git rm; do printf "#!/bin/bash\\nexit 0\\n" > $name; chmod +x $name; done'
  const { tasks } = await run(
    { a: { script: plant, test: 'exit 3' } },
    {},
    { env: { PATH: `.:${process.env.PATH}` } },
  )

  expect(tasks.a?.outcome).toBe('failed')
  expect(tasks.a?.reason).toContain('exit code 3')
})
