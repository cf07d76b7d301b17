import { expect, test } from '@jest/globals'
import { hasSandbox } from '../support/sandbox.ts'
import { makeScene } from './scene.ts'

const onLinux = process.platform === 'linux' ? test : test.skip
const once = { retries: 0 }

// Tries: to take all processes, memory and disk of the machine, by processes of other sessions and by temporary files as well.
// Afterwards: each task that did has failed with its reason, nothing of it runs, and the other task has landed.
async function explode(sandbox: 'auto' | 'none') {
  const scene = makeScene()
  const bombs = {
    forks: { script: 'for i in $(seq 200); do (env -i setsid sleep 300 &); done; sleep 300', ...once },
    memory: { script: 'head -c 3000000000 /dev/zero | tail > /dev/null; sleep 300', ...once },
    disk: {
      script: 'i=0; while :; do i=$((i + 1)); head -c 20000000 /dev/zero > $i.bin; sync; sleep 0.05; done',
      ...once,
    },
    good: { script: 'echo good > good.txt' },
  }
  const limits = { 'memory-gigabytes': 0.4, processes: 60, 'disk-gigabytes': 0.1 }
  return scene.run(bombs, { limits }, { args: ['--sandbox', sandbox] })
}

for (const sandbox of ['none', 'auto'] as const) {
  const run = sandbox === 'none' || hasSandbox ? onLinux : test.skip
  run(`bombs end with their task and leave the others alone (${sandbox})`, async () => {
    const { tasks } = await explode(sandbox)

    expect(tasks.forks?.reason).toContain('used more than 60 processes')
    expect(tasks.memory?.reason).toContain('used more than 0.4 GB of memory')
    expect(tasks.disk?.reason).toContain('used more than 0.1 GB of the disk')
    expect(tasks.good?.landing).toBe('landed')
  })
}

const sandboxed = hasSandbox ? test : test.skip
sandboxed('temporary files in the sandbox are no way around the limit of memory', async () => {
  const scene = makeScene()
  const script = 'head -c 900000000 /dev/zero > /tmp/bomb && echo through > loot; echo a > a.txt; exit 0'
  const { tasks } = await scene.run(
    { a: { script, ...once } },
    { limits: { 'memory-gigabytes': 0.4 } },
    { args: ['--sandbox', 'auto'] },
  )

  expect(tasks.a?.filesChanged).toBe(1)
})
