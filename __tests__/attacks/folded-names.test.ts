import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

// Tries: a protected file under a name that only a case-sensitive file system takes for another one.
// Afterwards: refused as protected.
const names = {
  'in capitals': '.GITHUB/workflows/ci.yml',
  'with an invisible character': '$(printf ".git\\342\\200\\213hub")/workflows/ci.yml',
  'with an accent in two characters': '$(printf "caf\\145\\314\\201.txt")',
  'with a full-width mark in front': '$(printf ".github/\\357\\273\\277workflows/ci.yml")',
}
for (const [how, path] of Object.entries(names)) {
  test(`an agent that writes a protected name ${how} is refused`, async () => {
    const { run } = makeScene()
    const script = `mkdir -p "$(dirname "${path}")"; echo evil > "${path}"`
    const { tasks } = await run({ a: { script } }, { protected: ['.github/**', 'café.txt'] })

    expect(tasks.a).toMatchObject({ outcome: 'out-of-scope', landing: 'none' })
    expect(tasks.a?.reason).toContain('protected')
  })
}
