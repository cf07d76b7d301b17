import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'

/** A disk of a few megabytes; false where that may not be mounted. */
function tryMount(folder: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder]).status === 0
}

const disk = makeFolder('disk')
const testOnDisk = tryMount(disk) ? test : test.skip

afterEach(() => {
  spawnSync('umount', ['-l', disk])
})

testOnDisk('a disk that was full for a while uses up no attempt', async () => {
  mkdirSync(join(disk, 'repository'))
  const repository = makeRepository({}, join(disk, 'repository'))
  const fill = join(disk, 'fill')
  const script = `if [ -e '${fill}' ]; then sleep 1.5; rm '${fill}'; echo a > a.txt
    else head -c 40000000 /dev/zero > '${fill}'; fi`
  writePlan(repository, { a: { script, retries: 0 } })
  const { tasks, stderr } = await runToReport(repository, ['plan.yml'])

  expect(stderr).toContain(' is full: ')
  expect(tasks.a).toMatchObject({ outcome: 'succeeded', reason: null, attempts: 1 })
  expect(existsSync(fill)).toBe(false)
})
