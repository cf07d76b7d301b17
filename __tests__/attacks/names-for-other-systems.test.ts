import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

// Tries: names that NTFS or HFS+ treat as .gitmodules, so that a checkout there has submodules of the agent's.
// Afterwards: none has landed.
test.each([
  ['a space', '.gitmodules '],
  ['a dot', '.gitmodules.'],
  ['a short name', 'gitmod~1'],
  ['a stream', '.gitmodules::$DATA'],
  ['a character without width', '.git\\342\\200\\214modules'],
])(
  '.gitmodules with %s is refused',
  async (_, name) => {
    const { tasks } = await makeScene().run({
      a: { script: `printf '[submodule "x"]\\npath = x\\nurl = x\\n' > "$(printf '${name}')"` },
    })

    expect(tasks.a?.reason).toContain('would define submodules')
  },
  40_000,
)

// Tries: a thousand folders inside each other, whose merge takes git a minute.
// Afterwards: they have not landed.
test('folders that are too deep are refused', async () => {
  const { tasks } = await makeScene().run({
    a: { script: 'p=$(printf "d/%.0s" $(seq 300)); mkdir -p $p; echo x > $p/x' },
  })

  expect(tasks.a?.reason).toContain('deeper than 200 folders')
}, 40_000)
