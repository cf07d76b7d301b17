import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

const checker = 'node_modules/.bin/check'

// Tries: to fail its test, and to leave a program among the ignored files of the checkout that turns later tests there green.
// Afterwards: what the other task broke has not landed.
test('a branch that is evicted does not decide the tests of others', async () => {
  const { tasks, integration } = await makeScene({ '.gitignore': 'node_modules\n', 'lib.sh': 'true\n' }).run(
    {
      a: {
        script: `printf 'mkdir -p node_modules/.bin; echo "exit 0" > ${checker}; exit 1\\n' > lib.sh`,
      },
      b: { script: 'echo broken > b.txt' },
    },
    {
      integration: {
        test: `sh lib.sh || exit 1; if [ -f ${checker} ]; then sh ${checker}; else ! grep -q broken b.txt; fi`,
      },
    },
  )

  expect(tasks.a?.landing).toBe('evicted')
  expect(tasks.b?.landing).not.toBe('landed')
  expect(integration.problem).toContain('only in a checkout where code of evicted branches ran')
}, 40_000)
