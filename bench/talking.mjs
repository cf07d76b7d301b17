// 64 agents at once, each of which prints 20 lines a second: no line is lost, and what that costs the product.
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { cpuSeconds, startProduct } from './process-use.mjs'
import { withRepository, writeFiles } from './support.mjs'

const agents = 64
const linesOfAgent = 400
const milliseconds = 50

/** Begins when all are there. */
const talk = `const { existsSync, writeFileSync } = require('node:fs')
const task = process.env.PARALLEL_AGENTS_TASK
writeFileSync(process.env.PLACE + '/ready-' + task, '')
let line = 0
setInterval(() => {
  if (!existsSync(process.env.PLACE + '/go')) return
  if (line < ${linesOfAgent}) return console.log('line ' + ++line + ' of ' + task)
  writeFileSync(task + '.txt', 'done')
  writeFileSync(process.env.PLACE + '/done-' + task, '')
  process.exit()
}, ${milliseconds})`

export async function measureTalking() {
  return withRepository({ 'talk.cjs': talk, 'README.md': 'talk' }, async (folder, git) => {
    const place = join(folder, '.git')
    const ids = Array.from({ length: agents }, (_, index) => `t${index}`)
    const plan = {
      'max-parallel': agents,
      sandbox: 'none',
      env: { PLACE: place },
      agent: 'talker',
      agents: { talker: { command: 'node talk.cjs' } },
      tasks: Object.fromEntries(ids.map(id => [id, { files: [`${id}.txt`] }])),
    }
    writeFiles(folder, { 'plan.yml': JSON.stringify(plan) })
    const { pid, ended } = startProduct(folder, ['run', '--json'])
    const { cpu, seconds } = await measureTalk(place, pid)
    const report = JSON.parse(await ended)
    const lost = ids.reduce((sum, id) => sum + countLost(git, report.run, id), 0)
    const perAgent = cpu / (seconds / 60) / agents
    return [
      { what: `lines lost of ${agents * linesOfAgent}`, value: lost, limit: 0 },
      {
        what: `CPU seconds a minute and agent, ${agents} agents at once`,
        value: perAgent,
        limit: 1,
        detail: `${cpu.toFixed(1)} s in ${seconds.toFixed(0)} s`,
      },
    ]
  })
}

/** From when all talk until the first is silent. */
async function measureTalk(place, pid) {
  const count = prefix => readdirSync(place).filter(name => name.startsWith(prefix)).length
  while (count('ready-') < agents) await sleep(50)
  writeFileSync(join(place, 'go'), '')
  const before = cpuSeconds(pid)
  const startedAt = performance.now()
  while (count('done-') === 0) await sleep(50)
  return { cpu: cpuSeconds(pid) - before, seconds: (performance.now() - startedAt) / 1000 }
}

function countLost(git, runId, id) {
  const log = git('cat-file', 'blob', `refs/parallel-agents/${runId}/logs/${id}`)
  const found = new Set(log.match(new RegExp(`^line \\d+ of ${id}$`, 'gm')))
  return linesOfAgent - found.size
}
