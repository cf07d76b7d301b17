// The wall clock of a diamond on two slots, against the ideal list schedule of the times that its agents really took.
import { bundle, run, withRepository, writeFiles } from './support.mjs'

const durations = { a: 2.2, b: 2, c: 3, d: 2, e: 2.5 }
const needs = { a: [], b: ['a'], c: ['a'], d: ['b', 'c'], e: [] }

export async function measureScheduling() {
  return withRepository({ 'README.md': 'x\n' }, folder => {
    const agents = Object.fromEntries(
      Object.entries(durations).map(([id, time]) => [
        `sleep-${id}`,
        { command: `sleep ${time}; echo ${id} > ${id}.txt` },
      ]),
    )
    const tasks = Object.fromEntries(
      Object.entries(needs).map(([id, others]) => [
        id,
        { agent: `sleep-${id}`, needs: others, files: [`${id}.txt`] },
      ]),
    )
    writeFiles(folder, { 'plan.yml': JSON.stringify({ 'max-parallel': 2, agents, tasks }) })
    const report = JSON.parse(run(folder, process.execPath, [bundle, 'run', '--json']))
    const actual = Object.fromEntries(
      Object.entries(report.tasks).map(([id, task]) => [id, task.agentSeconds]),
    )
    const ideal = listSchedule(actual, 2)
    return [
      {
        what: 'wall clock of a diamond on 2 slots / ideal list schedule of its agents',
        value: report.timing.wallSeconds / ideal,
        limit: 1.1,
        detail: `${report.timing.wallSeconds.toFixed(2)} s against ${ideal.toFixed(2)} s`,
      },
    ]
  })
}

/** Longest remaining path first, without any overhead. Written apart from the product's own. */
function listSchedule(times, slots) {
  const ids = Object.keys(needs)
  const remaining = id =>
    times[id] + Math.max(0, ...ids.filter(other => needs[other].includes(id)).map(remaining))
  const ends = {}
  let running = []
  let now = 0
  while (Object.keys(ends).length < ids.length) {
    const isReady = id =>
      !(id in ends) && !running.some(task => task.id === id) && needs[id].every(other => other in ends)
    const ready = ids.filter(isReady).sort((x, y) => remaining(y) - remaining(x))
    const starts = ready.slice(0, slots - running.length)
    running = [...running, ...starts.map(id => ({ id, end: now + times[id] }))]
    now = Math.min(...running.map(task => task.end))
    for (const { id, end } of running) if (end <= now) ends[id] = end
    running = running.filter(task => task.end > now)
  }
  return now
}
