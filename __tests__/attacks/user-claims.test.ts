import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { claimUser } from '../../src/sandbox/user/user-claims.ts'
import { hasOtherUsers, otherUsersTitle } from '../support/other-user.ts'

const asRoot = hasOtherUsers ? test : test.skip
const claims = '/run/parallel-agents.users'
/** No user can have it, so that nothing can be cleaned up. */
const impossible = '9'.repeat(30)

// Tries: to leave so much that cleaning up after a crash fails, so that the next run has no sandbox.
// Afterwards: that run claims another id.
asRoot(
  `what cannot be cleaned up keeps its id, and takes no one's sandbox away${otherUsersTitle}`,
  async () => {
    mkdirSync(claims, { recursive: true, mode: 0o700 })
    const file = join(claims, `${impossible}~left`)
    writeFileSync(file, JSON.stringify({ pid: 2 ** 30, started: '1', folders: [] }))
    try {
      const claim = await claimUser([])

      expect(claim.user).toBeGreaterThanOrEqual(61_184)
      await claim.release()
    } finally {
      for (const name of readdirSync(claims)) if (name.startsWith(impossible)) rmSync(join(claims, name))
    }
  },
)
