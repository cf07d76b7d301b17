import { execFileSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

const dig = `
const fs = require('node:fs')
const fifo = name => require('node:child_process').execFileSync('mkfifo', [name])
for (let depth = 0; depth < 3000; depth++) {
  fs.mkdirSync('d')
  process.chdir('d')
  if (depth < 1900 || depth > 2040 || depth % 10 !== 0) continue
  for (const folder of ['.git', '.git/objects', '.git/refs']) fs.mkdirSync(folder)
  fs.writeFileSync('.git/config', '')
  fifo('.git/HEAD')
  fs.writeFileSync('x', '')
}
fifo('.gitignore')`

// Tries: pipes that git opens, also in repositories, in folders so deep that no path to them can be given to the system.
// Afterwards: the task has failed for its own work, and the other one has landed.
test('pipes in very deep folders neither block a run nor count as a fault of the machine', async () => {
  const { run, repository } = makeScene({ 'dig.cjs': dig })
  const { tasks } = await run({
    a: { script: 'node dig.cjs; echo a > a.txt' },
    b: { script: 'echo b > b.txt' },
  })

  execFileSync('rm', ['-rf', `${repository.folder}.parallel-agents`]) // node cannot delete such folders
  expect(tasks.a?.outcome).toBe('failed')
  expect(tasks.a?.reason).toMatch(/^not everything could be committed/)
  expect(tasks.b?.landing).toBe('landed')
}, 60_000)
