import { execFileSync } from 'node:child_process'
import { dirname } from 'node:path'
import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

const ordinary = 12_345
const asRoot = process.getuid?.() === 0 ? test : test.skip

const attacks = {
  'cannot be written': 'chmod 555 d',
  'can only be entered': 'echo changed > d/x; chmod 111 d',
}

// Tries: a pipe as .gitattributes in a folder from which it cannot simply be deleted.
// Afterwards: the run has ended.
asRoot.each(Object.entries(attacks))(
  'git does not wait for a pipe in a folder that %s',
  async (_, script) => {
    const { run, repository, home } = makeScene({ 'd/x': 'x\n' })
    execFileSync('chown', ['-R', `${ordinary}:${ordinary}`, repository.folder, dirname(home)])
    const { status } = await run(
      { a: { script: `mkfifo d/.gitattributes; ${script}; echo a > a.txt` } },
      {},
      { user: { uid: ordinary, gid: ordinary } },
    )

    expect(status).toBe('landed')
  },
  40_000,
)
