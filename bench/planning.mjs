// Planning 10,000 tasks with 30,000 edges, start-up included.
import { bundle, makeRandom, median, run, seconds, withRepository, writeFiles } from './support.mjs'

export async function measurePlanning() {
  return withRepository({ 'README.md': 'x\n' }, folder => {
    writeFiles(folder, { 'plan.yml': makePlan(10_000, 3) })
    const times = [1, 2, 3].map(() =>
      seconds(() => run(folder, process.execPath, [bundle, 'plan', '--json'])),
    )
    return [
      {
        what: 'plan of 10,000 tasks and 30,000 edges, start-up included',
        value: median(times),
        unit: ' s',
        limit: 1,
      },
    ]
  })
}

function makePlan(size, edges) {
  const random = makeRandom(42)
  const tasks = Array.from({ length: size }, (_, index) => {
    const needs = new Set()
    while (needs.size < Math.min(edges, index)) needs.add(`task-${random(index)}`)
    const list = needs.size === 0 ? '' : `\n    needs: [${[...needs].join(', ')}]`
    return `  task-${index}:\n    prompt: Do thing number ${index}.\n    files: ["src/m${index}/**"]\n    estimate-minutes: ${1 + random(30)}${list}`
  })
  return `name: Large\nagent: claude\ntasks:\n${tasks.join('\n')}\n`
}
