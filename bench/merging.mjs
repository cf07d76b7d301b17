import { join } from 'node:path'
import { importBuilt, makeSources, run, seconds, withRepository, writeFiles } from './support.mjs'

const branches = 200
/** So many are merged by git for comparison. */
const sample = 40

/** 200 branches that do not conflict, on 2,500 files: the product's own integration against `git merge --no-ff` in a worktree. */
export async function measureMerging() {
  const { openRepository, closeRepository } = await importBuilt('git/repository/open-repository.js')
  const { openContext } = await importBuilt('run/opening/open-context.js')
  const { integrate } = await importBuilt('integration/integrate.js')
  const { readPlan } = await importBuilt('plan/schema/read-plan.js')
  return withRepository(makeSources(2500), async (folder, git) => {
    const commits = writeBranches(folder, git)
    const base = git('rev-parse', 'main').trim()
    const tasks = Object.fromEntries(commits.map((_, index) => [`t${index}`, { prompt: 'x' }]))
    const { plan } = readPlan({
      name: 'plan',
      text: JSON.stringify({ agent: 'claude', tasks }),
      readPrompt: () => undefined,
      isFolder: () => false,
    })
    const repository = await openRepository(folder, process.env)
    const context = await openContext({
      repository,
      run: '20260101-000000-0000',
      plan,
      target: 'main',
      base,
      start: base,
      maxParallel: 1,
      failFast: false,
      signal: new AbortController().signal,
      emit: () => {},
    })
    const results = new Map(
      commits.map((commit, index) => [
        `t${index}`,
        { outcome: 'succeeded', rolledBack: false, base, commit },
      ]),
    )
    const startedAt = performance.now()
    const { tip } = await integrate(context, base, results)
    const own = (performance.now() - startedAt) / branches
    closeRepository(repository)
    const other = measureGit(folder, commits)
    const merged = git('rev-list', '--count', '--merges', `${base}..${tip.commit}`).trim()
    const size = run(folder, 'git', ['--version']).trim()
    return [
      { what: `merges made of ${branches} branches (missing)`, value: branches - Number(merged), limit: 0 },
      {
        what: 'time a merge, in 4.5 ms or in eighths of "git merge --no-ff" in a worktree',
        value: Math.min(own / 4.5, (8 * own) / other),
        limit: 1,
        detail: `${own.toFixed(2)} ms against ${other.toFixed(1)} ms (${size}, 2,500 files)`,
      },
    ]
  })
}

/** Each branch changes three files at a line of its own and adds one. */
function writeBranches(folder, git) {
  const commands = []
  const base = git('rev-parse', 'main').trim()
  for (let branch = 0; branch < branches; branch++) {
    commands.push(`commit refs/heads/b${branch}`, 'committer Bench <bench@example.com> 1767323045 +0000')
    commands.push('data 1', 'x', `from ${base}`)
    for (const file of [branch, branch + 700, branch + 1400]) {
      const lines = Array.from({ length: 60 }, (_, index) => `export const value${index} = ${index}`)
      lines[10 + (branch % 40)] += ` + ${branch}`
      const text = `${lines.join('\n')}\n`
      commands.push(`M 100644 inline src/m${file % 20}/f${file}.ts`, `data ${text.length}`, text)
    }
    const text = `export const added${branch} = 1\n`
    commands.push(`M 100644 inline src/m${branch % 20}/new${branch}.ts`, `data ${text.length}`, text, '')
  }
  writeFiles(folder, { import: `${commands.join('\n')}\n` })
  run(folder, 'sh', ['-c', 'git fast-import --quiet < import && rm import'])
  return git('for-each-ref', '--format=%(objectname)', '--sort=version:refname', 'refs/heads/b*')
    .trim()
    .split('\n')
}

function measureGit(folder, commits) {
  const worktree = join(folder, 'merged')
  run(folder, 'git', ['worktree', 'add', '--quiet', '--detach', worktree, 'main'])
  const time = seconds(() => {
    for (const commit of commits.slice(0, sample))
      run(worktree, 'git', ['merge', '--quiet', '--no-ff', '--no-edit', commit])
  })
  return (time * 1000) / sample
}
