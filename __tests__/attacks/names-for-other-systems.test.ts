import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

const names = {
  space: '.gitmodules ',
  dot: '.gitmodules.',
  short: 'gitmod~1',
  stream: '.gitmodules::$DATA',
  'no-width': '.git\\342\\200\\214modules',
}

// Tries: names that NTFS or HFS+ treat as .gitmodules, so that a checkout there has submodules of the agent's.
// Afterwards: none has landed.
test('other spellings of .gitmodules are refused', async () => {
  const tasks = Object.entries(names).map(([id, name]) => [
    id,
    { script: `printf '[submodule "x"]\\npath = x\\nurl = x\\n' > "$(printf '${name}')"` },
  ])
  const report = await makeScene().run(Object.fromEntries(tasks))

  for (const [id, { reason }] of Object.entries(report.tasks))
    expect([id, reason]).toEqual([id, expect.stringContaining('would define submodules')])
}, 60_000)

const targets = { folders: '..\\\\..\\\\Users', drive: 'C:/Windows', server: '\\\\\\\\server\\\\share' }

// Tries: links that stay in the tree here, and lead out of it on Windows.
// Afterwards: none has landed.
test('links that Windows would follow elsewhere are refused', async () => {
  const tasks = Object.entries(targets).map(([id, target]) => [id, { script: `ln -s "${target}" link` }])
  const report = await makeScene().run(Object.fromEntries(tasks))

  for (const [id, { reason }] of Object.entries(report.tasks))
    expect([id, reason]).toEqual([id, expect.stringContaining('Windows would follow elsewhere')])
}, 60_000)

// Tries: a thousand folders inside each other, whose merge takes git a minute.
// Afterwards: they have not landed.
test('folders that are too deep are refused', async () => {
  const { tasks } = await makeScene().run({
    a: { script: 'p=$(printf "d/%.0s" $(seq 300)); mkdir -p $p; echo x > $p/x' },
  })

  expect(tasks.a?.reason).toContain('deeper than 200 folders')
}, 40_000)
