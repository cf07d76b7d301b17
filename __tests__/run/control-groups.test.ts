import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { startGroup } from '../../src/agents/process/process-group.ts'
import { tryMakeControlGroup } from '../../src/agents/process/resources/control-group.ts'
import { tryFindControlGroup } from '../../src/agents/process/resources/find-control-group.ts'
import { makeFolder } from '../support/repository.ts'

const unified =
  '24 30 0:22 / /proc rw,relatime - proc proc rw\n35 24 0:30 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate\n'

describe('the control group of a process', () => {
  test('is below the place where the kernel shows them', () => {
    const groups = '0::/user.slice/user-1000.slice/user@1000.service/app.slice/run.scope\n'
    expect(tryFindControlGroup(groups, unified)).toEqual({
      folder: '/sys/fs/cgroup/user.slice/user-1000.slice/user@1000.service/app.slice/run.scope',
      mount: '/sys/fs/cgroup',
    })
  })

  test('is found among those of an older kind, and in a container', () => {
    const both = '35 24 0:30 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n'
    expect(tryFindControlGroup('8:pids:/\n0::/\n', both)?.folder).toBe('/sys/fs/cgroup/unified')
    const inside = '35 24 0:30 /docker/12ab /sys/fs/cgroup ro - cgroup2 cgroup rw\n'
    expect(tryFindControlGroup('0::/docker/12ab/agents\n', inside)?.folder).toBe('/sys/fs/cgroup/agents')
  })

  test('is unknown if it is outside of what the kernel shows', () => {
    expect(tryFindControlGroup('0::/../other\n', unified)).toBeUndefined()
    expect(tryFindControlGroup('8:pids:/\n', unified)).toBeUndefined()
    expect(tryFindControlGroup('0::/\n', '')).toBeUndefined()
  })
})

const trial = tryMakeControlGroup({ memoryBytes: 1e9, processes: 100 })
await trial?.end()
const whereDelegated = trial === undefined ? test.skip : test

async function run(script: string, processes: number) {
  const folder = makeFolder('group')
  const group = await startGroup({
    command: ['sh', '-c', script],
    directory: folder,
    env: { PATH: process.env.PATH ?? '' },
    logPath: join(folder, 'log'),
    statusPath: join(folder, 'status'),
    most: { memoryBytes: 1e8, processes },
  })
  await group.ended
  return group
}

whereDelegated('a control group ends processes that left their session, and is removed', async () => {
  const folder = makeFolder('left')
  await run(`setsid env -i sh -c 'sleep 1; touch ${folder}/late' & sleep 0.2`, 100)
  await new Promise(resolve => setTimeout(resolve, 1500))

  expect(existsSync(join(folder, 'late'))).toBe(false)
  expect(existsSync(dirname(trial?.processes as string))).toBe(false)
})

whereDelegated('a control group refuses processes and memory above the limits', async () => {
  const forks = await run('for i in 1 2 3 4 5 6 7 8 9; do sleep 0.5 & done; wait', 5)
  expect(forks.tryRefusal()).toBe('processes')

  const eater = await run('head -c 300000000 /dev/zero | tail -c 290000000 >/dev/null', 100)
  expect(eater.tryRefusal()).toBe('memory')
})
