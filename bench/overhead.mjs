// A run of 20 agents that do next to nothing, against a shell script that does the same with plain git, one after another.
import { bundle, makeSources, median, run, seconds, withRepository, writeFiles } from './support.mjs'

const agents = 20

export async function measureOverhead() {
  const pairs = []
  for (let round = 0; round < 3; round++) pairs.push(await measureOnce())
  const ratio = median(pairs.map(({ product, script }) => product / script))
  const [first] = pairs
  return [
    {
      what: `a run of ${agents} agents / the same by a shell script`,
      value: ratio,
      limit: 2,
      detail: `${first.product.toFixed(2)} s against ${first.script.toFixed(2)} s`,
    },
  ]
}

async function measureOnce() {
  const script = await withRepository(makeSources(200), folder => {
    writeFiles(folder, { 'by-hand.sh': byHand })
    return seconds(() => run(folder, 'sh', ['by-hand.sh']))
  })
  const product = await withRepository(makeSources(200), folder => {
    const tasks = Object.fromEntries(
      Array.from({ length: agents }, (_, index) => [`t${index + 1}`, { files: [`new-t${index + 1}.txt`] }]),
    )
    const plan = {
      agent: 'touch',
      agents: { touch: { command: 'echo x > new-$PARALLEL_AGENTS_TASK.txt' } },
      tasks,
    }
    writeFiles(folder, { 'plan.yml': JSON.stringify({ ...plan, 'max-parallel': 4 }) })
    return seconds(() => run(folder, process.execPath, [bundle, 'run', '--json']))
  })
  return { product, script }
}

const byHand = `set -e
for i in $(seq ${agents}); do git worktree add -q -b "task$i" ".worktrees/$i" main; done
for i in $(seq ${agents}); do (cd ".worktrees/$i" && echo x > "new$i.txt" && git add -A && git commit -qm "task $i"); done
git checkout -q -b integration
for i in $(seq ${agents}); do git merge -q --no-ff --no-edit "task$i"; done
`
