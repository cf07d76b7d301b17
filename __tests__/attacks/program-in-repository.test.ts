import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

// Tries: a git and an rm in a folder of PATH that is in the user's repository, as `npm run` has one.
// Afterwards: none of them has run.
test('an agent that puts programs into a PATH folder of the repository is not run by the harness', async () => {
  const { repository, run, trap } = makeScene({ 'node_modules/.bin/.keep': '' })
  const bin = join(repository.folder, 'node_modules', '.bin')
  const program = '#!/bin/sh\\ncase "$PARALLEL_AGENTS_TASK" in "") touch "$TRAP";; esac\\n'
  const plant = `for name in git sh rm ps stdbuf; do printf '${program}' > ${bin}/$name; chmod +x ${bin}/$name; done; echo a > a.txt`
  await run(
    { a: { script: plant }, b: { script: '/bin/true; echo b > b.txt', needs: ['a'] } },
    {},
    {
      env: { PATH: `${bin}:${process.env.PATH}` },
    },
  )

  expect(existsSync(trap)).toBe(false)
})
