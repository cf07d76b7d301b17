import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { toCheckouts } from '../support/checkouts.ts'
import { LaneRun } from '../support/lanes.ts'
import { makeFolder } from '../support/repository.ts'
import { describeLanes } from './lane-cases.ts'

describeLanes('refs')

test('a lane runs its set-up while it waits, and again where the work begins', async () => {
  const folder = makeFolder('setup')
  const untilSetup = `for i in $(seq 100); do [ -e ${folder}/ahead ] && break; sleep 0.1; done`
  const tasks = {
    contract: { script: `${untilSetup}; [ -e ${folder}/ahead ] && echo contract > c.txt`, files: ['c.txt'] },
    web: {
      setup: `if [ -e c.txt ]; then touch ${folder}/there; else touch ${folder}/ahead; fi`,
      script: 'cat c.txt > w.txt',
      files: ['w.txt'],
      needs: ['contract'],
    },
  }
  const run = await LaneRun.start('refs', tasks, { lanes: [['contract'], ['web']] })
  const jobs = run.lanes.map(lane => run.startLane(lane))
  const ends = await Promise.all(jobs.map(job => job.ended))

  expect(ends.map(end => end.code)).toEqual([0, 0])
  expect(existsSync(join(folder, 'there'))).toBe(true)
  expect(existsSync(toCheckouts({ folder: jobs[1]?.clone.folder ?? '' }))).toBe(false)
})
