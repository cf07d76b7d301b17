// Large repositories: a run in checkouts that are used again, against plain git with a worktree a task.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle, run, seconds, withRepository, writeFiles } from './support.mjs'

const files = 50_000
const tasks = 8
const inARow = 64
const slots = Math.min(4, availableParallelism())

export async function measureCheckouts() {
  const sources = Object.fromEntries(
    Array.from({ length: files }, (_, index) => [
      `packages/p${index % 200}/src/f${index}.ts`,
      `export const value${index} = ${index}\n`,
    ]),
  )
  // Neither deletes anything before the other is measured: a file system that just lost many files makes new ones slowly.
  const speed = await withRepository(sources, plain =>
    withRepository(sources, async folder => {
      const script = seconds(() => {
        writeFiles(plain, { 'by-hand.sh': byHand })
        run(plain, 'sh', ['by-hand.sh'])
      })
      const product = await runPlan(folder, tasks, 'echo x > new-$PARALLEL_AGENTS_TASK.txt')
      return {
        what: `${files} files, a run of ${tasks} tasks / worktrees, commits and merges by plain git`,
        value: product / script,
        limit: 0.6,
        detail: `${product.toFixed(1)} s until the report, ${slots} tasks at once, against ${script.toFixed(1)} s; old checkouts are deleted afterwards`,
      }
    }),
  )
  return [speed, await countCheckouts()]
}

/** A checkout is known by when its folder was made: an agent notes it. */
async function countCheckouts() {
  const notes = mkdtempSync(join(tmpdir(), 'pa-bench-notes-'))
  try {
    return await withRepository({ 'README.md': 'x\n' }, async folder => {
      await runPlan(
        folder,
        inARow,
        `echo x > new-$PARALLEL_AGENTS_TASK.txt; stat -c '%i %W %.W' . >> '${notes}/checkouts'`,
      )
      const lines = readFileSync(join(notes, 'checkouts'), 'utf8').trim().split('\n')
      if (lines.length !== inARow) throw new Error(`${lines.length} of ${inARow} tasks ran`)
      return {
        what: `checkouts made for ${inARow} tasks, ${slots} at once`,
        value: new Set(lines).size,
        limit: slots,
      }
    })
  } finally {
    rmSync(notes, { recursive: true, force: true })
  }
}

/** Answers with the seconds until the report. */
async function runPlan(folder, count, command) {
  const names = Array.from({ length: count }, (_, index) => `t${index + 1}`)
  const plan = {
    agent: 'touch',
    sandbox: 'none',
    'max-parallel': slots,
    agents: { touch: { command } },
    tasks: Object.fromEntries(names.map(name => [name, { files: [`new-${name}.txt`] }])),
  }
  writeFiles(folder, { 'plan.yml': JSON.stringify(plan) })
  const startedAt = performance.now()
  const child = spawn(process.execPath, [bundle, 'run', '--json'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const closed = once(child, 'close')
  let text = ''
  let reportedAt
  for await (const chunk of child.stdout) {
    reportedAt ??= performance.now()
    text += chunk
  }
  await closed
  const { status } = JSON.parse(text)
  if (status !== 'landed') throw new Error(`the run ended as ${status}`)
  return (reportedAt - startedAt) / 1000
}

const byHand = `set -e
for i in $(seq ${tasks}); do
  git worktree add -q -b "task$i" ".worktrees/$i" main
  (cd ".worktrees/$i" && echo x > "new$i.txt" && git add -A && git commit -qm "task $i")
done
git checkout -q -b integration
for i in $(seq ${tasks}); do git merge -q --no-ff --no-edit "task$i"; done
`
