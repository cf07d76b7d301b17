// Memory of the product while 8 agents print 50 MB each, one of them in a single line.
import { setTimeout as sleep } from 'node:timers/promises'
import { peakMegabytes, startProduct } from './process-use.mjs'
import { makeSources, withRepository, writeFiles } from './support.mjs'

const bytes = 50 * 2 ** 20
const lines = `yes "${'a line of output '.repeat(10)}" | head -c ${bytes}`
const oneLine = `head -c ${bytes} /dev/zero | tr '\\0' x`

export async function measureMemory() {
  const peak = await withRepository(makeSources(50), async folder => {
    const toTask = index => [`t${index}`, { agent: index === 0 ? 'long' : 'many', files: [`t${index}.txt`] }]
    const toAgent = prints => ({ command: `${prints}; echo; echo x > $PARALLEL_AGENTS_TASK.txt` })
    const plan = {
      'max-parallel': 8,
      sandbox: 'none',
      agents: { many: toAgent(lines), long: toAgent(oneLine) },
      tasks: Object.fromEntries(Array.from({ length: 8 }, (_, index) => toTask(index))),
    }
    writeFiles(folder, { 'plan.yml': JSON.stringify(plan) })
    return measurePeak(folder)
  })
  return [{ what: '8 agents that print 50 MB each: memory at most', value: peak, limit: 200, unit: ' MB' }]
}

async function measurePeak(folder) {
  const { pid, ended } = startProduct(folder, ['run', '--json'])
  let peak = 0
  let isOver = false
  const output = ended.then(text => {
    isOver = true
    return text
  })
  while (!isOver) {
    peak = Math.max(peak, peakMegabytes(pid))
    await sleep(20)
  }
  const { status } = JSON.parse(await output)
  if (status !== 'landed') throw new Error(`the run ended as ${status}`)
  return peak
}
