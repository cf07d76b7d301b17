import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { makeFolder } from '../support/repository.ts'
import { makeScene, untouched } from './scene.ts'

const [probeFrom, probeAt] = [makeFolder('probe'), makeFolder('probe')]
const canMount = spawnSync('unshare', ['-m', 'mount', '--bind', probeFrom, probeAt]).status === 0
const whereMounts = canMount && process.getuid?.() === 0 ? test : test.skip

/** Before the folders of the test are deleted, too. */
function unmount(): void {
  const mounts = readFileSync('/proc/self/mounts', 'utf8').split('\n')
  for (const line of mounts) {
    const [, at = ''] = line.split(' ')
    if (/\/pa-repo-[^/]*\.parallel-agents\//.test(at)) execFileSync('umount', [at])
  }
}

// Tries: to mount the user's home in its checkout, which is deleted or used again after the task.
// Afterwards: the home holds what it held.
whereMounts(
  'a home that an agent mounts in its checkout is not emptied',
  async () => {
    const mount = (folder: string) => `mkdir -p ${folder}; mount --bind "$USER_HOME" ${folder}`
    const { run, readHome } = makeScene({ 'd/x': 'x\n' })
    const { tasks } = await run({
      a: { script: `${mount('m')}; echo a > a.txt` },
      b: { script: `${mount('d')}; exit 1` },
      c: { script: 'echo c > c.txt', needs: ['a'] },
    }).finally(unmount)

    expect(readHome()).toEqual(untouched)
    expect(tasks.b?.outcome).toBe('failed')
  },
  40_000,
)
