// Simulated: lanes (the product's own function) against waves, a job for each task with real edges, and what no schedule can beat.
import { compareSchedules } from './lanes/compare.mjs'
import { toMean, toTable } from './lanes/table.mjs'
import { importBuilt, makeRandom, seconds } from './support.mjs'

const goalSlots = 20

export async function measureLanes() {
  const { toLanes } = await importBuilt('plan/lanes/lanes.js')
  const results = compareSchedules(toLanes)
  const meanOf = what => toMean(results, { schedule: 'lanes', slots: goalSlots }, what)
  return [
    {
      what: `makespan / lower bound, mean at ${goalSlots} slots`,
      value: meanOf('makespan'),
      limit: 1.1,
      detail: toTable(results, 'makespan'),
    },
    {
      what: `billed / useful minutes, mean at ${goalSlots} slots`,
      value: meanOf('billed'),
      limit: 1.55,
      detail: toTable(results, 'billed'),
    },
    {
      what: `billed / useful minutes with 4 agents a runner, mean at ${goalSlots} slots`,
      value: toMean(results, { schedule: '4 a runner', slots: goalSlots }, 'billed'),
      limit: 0.6,
    },
    countDeadlocks(results),
    {
      what: 'lanes of 10,000 tasks with 30,000 edges',
      value: measureSeconds(toLanes),
      unit: ' s',
      limit: 1,
    },
  ]
}

/** A lane for each task does deadlock, which shows that the simulation finds it. */
function countDeadlocks(results) {
  const ofLanes = results.filter(({ schedule }) => ['lanes', '4 a runner', 'no estimates'].includes(schedule))
  const ofTasks = results.filter(({ schedule }) => schedule === 'a lane a task')
  const count = some => some.filter(({ isDeadlocked }) => isDeadlocked).length
  return {
    what: `deadlocks in ${ofLanes.length} runs of lanes, half of them with jobs that start in random order`,
    value: count(ofLanes),
    limit: 0,
    detail: `with a lane for each task, ${count(ofTasks)} in ${ofTasks.length} runs`,
  }
}

function measureSeconds(toLanes) {
  const random = makeRandom(42)
  const tasks = Array.from({ length: 10_000 }, (_, index) => {
    const needs = new Set()
    while (needs.size < Math.min(3, index)) needs.add(`task-${random(index)}`)
    return { id: `task-${index}`, needs: [...needs], after: [], estimateMinutes: 1 + random(30) }
  })
  return seconds(() => toLanes(tasks, { maxParallel: 256 }))
}
