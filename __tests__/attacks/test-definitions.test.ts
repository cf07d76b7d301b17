import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

// Tries: to change what the tests prove, in a task whose scope is everything.
// Afterwards: the report and the lines of the run name it; an added dependency is not named.
test('an agent that changes which tests run is named', async () => {
  const manifest = { name: 'x', scripts: { test: 'node test.js' } }
  const { run } = makeScene({ 'package.json': JSON.stringify(manifest), 'sub/package.json': '{}' })
  const script = `echo '{"name":"x","scripts":{"test":"true"}}' > package.json; echo '{"dependencies":{}}' > sub/package.json; echo x > Jest.config.js`
  const { tasks, stderr } = await run({ a: { script } })

  expect(tasks.a?.testDefinitions).toEqual(['Jest.config.js', 'package.json'])
  expect(stderr).toContain('a changed which tests run, or how: Jest.config.js, package.json')
})
