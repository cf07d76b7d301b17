import { expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeRepository } from '../support/repository.ts'

const onLinux = process.platform === 'linux' ? test : test.skip

onLinux('a task that exceeds a resource limit fails with its reason, and other tasks continue', async () => {
  const repository = makeRepository()
  const eat = 'node -e "const a=[];setInterval(()=>a.push(Buffer.alloc(2e7,1)),20)"'
  const fork = 'for i in $(seq 60); do sleep 300 & done; wait'
  const fill = 'i=0; while :; do i=$((i + 1)); head -c 5000000 /dev/zero > $i.bin; sync; sleep 0.05; done'
  const often = { retries: 0 }
  writePlan(
    repository,
    {
      memory: { script: eat, ...often },
      processes: { script: fork, ...often },
      disk: { script: fill, ...often },
      good: { script: 'echo done > done.txt', needs: [] },
    },
    { limits: { 'memory-gigabytes': 0.4, processes: 40, 'disk-gigabytes': 0.05 } },
  )
  const report = await runToReport(repository)
  const ends = Object.values(report.tasks).map(({ outcome, reason }) => `${outcome}: ${reason ?? ''}`)

  expect(ends).toEqual([
    'failed: the agent used more than 0.4 GB of memory (limits: memory-gigabytes in the plan)',
    'failed: the agent used more than 40 processes (limits: processes in the plan)',
    'failed: the agent used more than 0.05 GB of the disk (limits: disk-gigabytes in the plan)',
    'succeeded: ',
  ])
})
