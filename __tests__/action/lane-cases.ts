import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { LaneRun, type TransportName } from '../support/lanes.ts'
import { makeFolder } from '../support/repository.ts'
import { hasAllRounds } from '../support/rounds.ts'
import { until } from '../support/until.ts'

const diamond = {
  contract: { script: 'echo contract > c.txt', files: ['c.txt'] },
  api: { script: 'cat c.txt > a.txt; echo api >> a.txt', files: ['a.txt'], needs: ['contract'] },
  web: { script: 'cat c.txt > w.txt; echo web >> w.txt', files: ['w.txt'], needs: ['contract'] },
  e2e: { script: 'cat a.txt w.txt > e.txt', files: ['e.txt'], needs: ['api', 'web'] },
}
const lanes = [['contract', 'api', 'e2e'], ['web']]

/** Counts how often the agent of each task is started. */
function makeCounter() {
  const folder = makeFolder('counts')
  return {
    folder,
    script: (task: string, script: string) => `echo x >> ${folder}/${task}; ${script}`,
    count: (task: string) =>
      existsSync(join(folder, task)) ? readFileSync(join(folder, task), 'utf8').trim().split('\n').length : 0,
  }
}

/**
 * What every lane does, however its jobs exchange their work. What is decided before work is exchanged, or without any, is seen by
 * refs alone, unless all is to be seen.
 */
export function describeLanes(transport: TransportName): void {
  const testOnce = transport === 'refs' || hasAllRounds ? test : test.skip

  describe(`a lane, by ${transport}`, () => {
    test('builds on what other lanes have done', async () => {
      const run = await LaneRun.start(transport, diamond, { inputs: { 'max-parallel': '2' } })
      expect(run.lanes).toHaveLength(2)
      const jobs = run.lanes.map(lane => run.startLane(lane))
      const ends = await Promise.all(jobs.map(job => job.ended))

      expect(ends.map(end => end.code)).toEqual([0, 0])
      const last = run.lanes.findIndex(({ tasks }) => tasks.includes('e2e'))
      const text = jobs[last]?.clone.show(`agents/${run.run}/tasks/e2e`, 'e.txt')
      expect(text).toBe('contract\napi\ncontract\nweb')
      expect(run.listGiven(1)).toEqual(['api', 'contract', 'e2e', 'web'])
      expect(ends[last]?.outputs).toMatchObject({ run: run.run, 'failed-tasks': '[]' })
      expect(ends[last]?.summary).toContain('| `e2e` | succeeded | 1 |')
    })

    testOnce('does several tasks at once where agents share runners', async () => {
      const folder = makeFolder('meeting')
      const meet = (own: string, other: string) =>
        `touch ${folder}/${own}; n=0; while [ ! -e ${folder}/${other} ] && [ $n -lt 600 ]; do sleep 0.1; n=$((n + 1)); done; [ -e ${folder}/${other} ] && echo ${own} > ${own}.txt`
      const tasks = {
        a: { script: meet('a', 'b'), files: ['a.txt'] },
        b: { script: meet('b', 'a'), files: ['b.txt'] },
        c: { script: 'cat a.txt b.txt > c.txt', files: ['c.txt'], needs: ['a', 'b'] },
      }
      const run = await LaneRun.start(transport, tasks, { plan: { 'agents-per-runner': 3 } })
      const [lane] = run.lanes
      expect(run.lanes).toHaveLength(1)
      expect(lane?.slots).toBe(2)
      const [end] = await run.runLanes()
      expect(end?.code).toBe(0)
      expect(run.listGiven(1)).toEqual(['a', 'b', 'c'])
    })

    test('does not start what needs a task that failed elsewhere', async () => {
      const tasks = { ...diamond, web: { ...diamond.web, script: 'echo no; exit 3', retries: 0 } }
      const run = await LaneRun.start(transport, tasks, { lanes })
      const [first, second] = await run.runLanes()

      expect([first?.code, second?.code]).toEqual([1, 1])
      expect(first?.outputs['failed-tasks']).toBe('["e2e"]')
      expect(first?.summary).toContain('| `e2e` | blocked | 0 | – | – | – | web did not succeed |')
      expect(second?.commands.find(({ name }) => name === 'error')?.properties.title).toBe('web: failed')
      expect(run.listGiven(1)).toEqual(['api', 'contract', 'e2e', 'web'])
    })

    testOnce('stops waiting for work that an ended lane did not hand over', async () => {
      const tasks = { ...diamond, web: { ...diamond.web, agent: 'qwen', prompt: 'x' } }
      const run = await LaneRun.start(transport, tasks, { lanes })
      const [first, second] = await run.runLanes()

      expect(second?.log).toContain('qwen was not found in PATH')
      expect(first?.code).toBe(1)
      expect(first?.summary).toContain('web: its lane ended without handing it over')
      expect(run.listGiven(1)).toEqual(['api', 'contract', 'e2e'])
    })

    testOnce('reports a missing permission to read jobs, and does its tasks', async () => {
      const run = await LaneRun.start(transport, diamond, { lanes })
      run.mayReadJobs = false
      const ends = await run.runLanes()

      expect(ends.map(end => end.code)).toEqual([0, 0])
      expect(ends[0]?.log).toContain('Give the job `permissions: { actions: read }`')
    })

    test('redoes only unsuccessful tasks on "Re-run failed jobs"', async () => {
      const counter = makeCounter()
      const entries = Object.entries(diamond).map(
        ([id, task]) => [id, { ...task, script: counter.script(id, task.script) }] as const,
      )
      const web = `[ -e ${counter.folder}/mended ] || { echo half > w.txt; exit 3; }; ${diamond.web.script}`
      const tasks = {
        ...Object.fromEntries(entries),
        web: { ...diamond.web, script: counter.script('web', web), retries: 0 },
      }
      const run = await LaneRun.start(transport, tasks, { lanes })
      expect((await run.runLanes()).map(end => end.code)).toEqual([1, 1])
      writeFileSync(join(counter.folder, 'mended'), '')
      const ends = await run.runLanes({ attempt: 2 })

      expect(ends.map(end => end.code)).toEqual([0, 0])
      expect(['contract', 'api', 'web', 'e2e'].map(counter.count)).toEqual([1, 1, 2, 1])
      expect(run.listGiven(2)).toEqual(['e2e', 'web'])
      expect(ends[0]?.summary).toContain('| `contract` | succeeded |')
    })

    test('hands over unfinished work when the job is cancelled, even when its agent ignores SIGTERM', async () => {
      const counter = makeCounter()
      const script = counter.script('api', 'trap "" TERM; echo half > a.txt; sleep 60')
      const run = await LaneRun.start(transport, { ...diamond, api: { ...diamond.api, script } }, { lanes })
      const job = run.startLane(run.lanes[0] as (typeof run.lanes)[number])
      await until(() => counter.count('api') === 1)
      const cancelledAt = Date.now()
      job.child.kill('SIGINT')
      setTimeout(() => job.child.kill('SIGTERM'), 7500).unref()
      const { code, log, summary } = await job.ended

      expect(Date.now() - cancelledAt).toBeLessThan(15_000)
      expect(code).toBe(1)
      expect(log).toContain('the job was cancelled')
      expect(summary).toContain('| `api` | cancelled | 1 |')
      expect(summary).toContain(
        '| `e2e` | cancelled | 0 | – | – | – | the job was cancelled before the task started |',
      )
      expect(run.listGiven(1)).toEqual(['api', 'contract'])
      expect(job.clone.show(`refs/parallel-agents/${run.run}/kept/api`, 'a.txt')).toBe('half')
    })

    testOnce(
      'waits for a quota that resets soon, and hands over a task whose quota resets later',
      async () => {
        const folder = makeFolder('quota')
        const limited = (name: string, seconds: number) =>
          `[ -e ${folder}/${name} ] && echo done > ${name}.txt && exit; touch ${folder}/${name}
        printf '{"limit":"usage limit reached, try again in %s seconds"}\\n' ${seconds}; exit 1`
        const agent = { output: 'jsonl', error: 'limit', 'error-patterns': { quota: ['usage limit'] } }
        const tasks = {
          soon: { agent: 'soon', prompt: 'x', files: ['soon.txt'] },
          later: { agent: 'later', prompt: 'x', files: ['later.txt'] },
        }
        const agents = {
          soon: { ...agent, command: limited('soon', 3) },
          later: { ...agent, command: limited('later', 7200) },
        }
        const run = await LaneRun.start(transport, tasks as never, {
          plan: { agents },
          lanes: [['soon'], ['later']],
        })
        const ends = await run.runLanes()

        expect(ends[0]?.code).toBe(0)
        expect(ends[0]?.log).toContain('wait for quotas until')
        expect(ends[0]?.summary).toContain('| `soon` | succeeded | 1 |')
        expect(ends[1]?.summary).toContain('| `later` | parked |')
      },
    )

    test('hands over unfinished work at its deadline, and continues it in the next attempt', async () => {
      const counter = makeCounter()
      const api = `[ -e ${counter.folder}/fast ] || { echo half > a.txt; sleep 60; }; ${diamond.api.script}`
      const tasks = { ...diamond, api: { ...diamond.api, script: counter.script('api', api) } }
      const run = await LaneRun.start(transport, tasks, { lanes: [['contract', 'api']] })
      const lane = run.lanes[0] as (typeof run.lanes)[number]
      const first = await run.startLane(lane, { inputs: { 'deadline-minutes': '0.15' } }).ended
      writeFileSync(join(counter.folder, 'fast'), '')
      const again = run.startLane(lane, { attempt: 2 })
      const second = await again.ended

      expect(first.log).toContain('deadline reached')
      expect([first.code, second.code]).toEqual([1, 0])
      expect(run.listGiven(2)).toEqual(['api'])
      expect(again.clone.show(`agents/${run.run}/tasks/api`, 'a.txt')).toBe('contract\napi')
      expect(again.clone.show(`refs/parallel-agents/${run.run}/kept/api`, 'a.txt')).toBe('half')
    })

    test('stops waiting for a lane whose job was killed, and continues once that was run again', async () => {
      const counter = makeCounter()
      const web = `[ -e ${counter.folder}/fast ] || sleep 60; ${diamond.web.script}`
      const tasks = { ...diamond, web: { ...diamond.web, script: counter.script('web', web) } }
      const run = await LaneRun.start(transport, tasks, { lanes })
      const [waiting, killed] = run.lanes.map(lane => run.startLane(lane))
      await until(() => counter.count('web') === 1)
      killed?.child.kill('SIGKILL')
      const end = await waiting?.ended

      expect(end?.code).toBe(1)
      expect(end?.summary).toContain('web: its lane ended without handing it over')
      writeFileSync(join(counter.folder, 'fast'), '')
      expect((await run.runLanes({ attempt: 2 })).map(({ code }) => code)).toEqual([0, 0])
      expect(counter.count('web')).toBe(2)
    }, 180_000)

    testOnce('waits no longer than its deadline for a lane that never begins', async () => {
      const run = await LaneRun.start(transport, diamond, { lanes: [['web'], ['contract']] })
      const lane = run.lanes[0] as (typeof run.lanes)[number]
      const inputs = { 'deadline-minutes': '0.15' }
      const env = { PARALLEL_AGENTS_CLOCK_SPEED: '1' } // the deadline comes before anything else is suspected
      const { code, summary, log } = await run.startLane(lane, { inputs, env }).ended

      expect(code).toBe(1)
      expect(log).toContain('web: waits for contract')
      expect(summary).toContain('the job reached its deadline before the task started')
      expect(run.listGiven(1)).toEqual([])
    })
  })
}
