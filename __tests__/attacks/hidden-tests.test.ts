import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

const files = {
  'lib.cjs': 'exports.value = 1\n',
  'good.test.cjs': 'require("node:test")("good", () => {})\n',
  'bad.test.cjs':
    'require("node:test")("bad", () => { if (require("./lib.cjs").value !== 1) throw new Error("bad") })\n',
}

// Tries: to have a test pass that would fail, by hiding the file of the test with a sparse checkout: nothing of that is a change.
// Afterwards: the test has failed.
test('tests that an agent hides by git sparse-checkout run all the same', async () => {
  const { tasks } = await makeScene(files).run({
    a: {
      script: `echo 'exports.value = 2' > lib.cjs; git sparse-checkout set --no-cone '/*' '!bad.test.cjs'; ! test -e bad.test.cjs`,
      test: 'node --test *.test.cjs',
    },
  })

  expect(tasks.a?.reason).toContain('the test (node --test *.test.cjs) ended with exit code 1')
}, 40_000)
