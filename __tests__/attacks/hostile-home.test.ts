import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { hasSandbox } from '../support/sandbox.ts'
import { makeScene } from './scene.ts'

const inSandbox = hasSandbox ? test : test.skip

const signIn = '{"claudeAiOauth":{"accessToken":"a","refreshToken":"b","expiresAt":1}}'
const copy = '~/.claude/.credentials.json'

// Tries: to have the harness read 60 GB, follow links, or recurse without end where it looks for renewed tokens.
// Afterwards: the work has landed, and the user's file is as before.
inSandbox.each([
  ['a huge hole', `truncate -s 60G ${copy}`],
  ['a link', `ln -sf /dev/zero ${copy}`],
  ['a folder that is a link', 'rm -r ~/.claude; ln -s /etc ~/.claude'],
  [
    'deep lists',
    `node -e 'console.log("{\\"claudeAiOauth\\":" + "[".repeat(4e5) + "]".repeat(4e5) + "}")' > ${copy}`,
  ],
])(
  '%s in place of a copied sign-in file is not read',
  async (_, script) => {
    const { run, home } = makeScene()
    mkdirSync(join(home, '.claude'))
    writeFileSync(join(home, '.claude/.credentials.json'), signIn)
    const { status } = await run(
      { a: { script: `${script}; echo a > a.txt # claude` } },
      {},
      { args: ['--sandbox', 'auto'] },
    )

    expect(status).toBe('landed')
    expect(readFileSync(join(home, '.claude/.credentials.json'), 'utf8')).toBe(signIn)
  },
  40_000,
)
