// The forecast of 100 branches against one `git merge-tree --stdin` over all pairs, and how often it is right.
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeRandom, median, withRepository } from './support.mjs'

const branches = 100
const files = 2500

export async function measureForecast() {
  const load = path => import(new URL(`../lib/${path}`, import.meta.url).href)
  const { openRepository, closeRepository } = await load('git/repository/open-repository.js')
  const { openControlRepository } = await load('git/repository/control-repository.js')
  const { Forecast } = await load('tasks/forecast/forecast.js')
  const sources = makeFiles()
  return withRepository(sources, async (folder, git) => {
    const base = git('rev-parse', 'HEAD').trim()
    const commits = makeBranches(folder, sources, base)
    git('repack', '-adq') // as a clone would have it
    const lines = commits.map((commit, index) => ({
      task: `t${index}`,
      commit,
      tree: git('rev-parse', `${commit}^{tree}`).trim(),
      isBranch: true,
      isForeign: () => false,
    }))
    const repository = await openRepository(folder, process.env)
    const control = await openControlRepository(repository, join(folder, '.git', 'bench.git'))
    const pairs = commits.flatMap((ours, index) => commits.slice(0, index).map(theirs => [theirs, ours]))
    const rounds = []
    for (let round = 0; round < 3; round++) {
      const forecast = await time(() => new Forecast({ repository, control, base }).read(lines))
      const merges = await time(() => mergeAll(folder, pairs, `round-${round}`))
      rounds.push({ forecast, merges })
    }
    closeRepository(repository)
    return toResults(rounds, pairs, new Map(commits.map((commit, index) => [`t${index}`, commit])))
  })
}

function toResults(rounds, pairs, commitOf) {
  const { forecast, merges } = rounds[0]
  const key = (a, b) => [a, b].sort().join(' ')
  const said = new Set(forecast.value.map(({ tasks: [a, b] }) => key(commitOf.get(a), commitOf.get(b))))
  const real = new Set(pairs.filter((_, index) => !merges.value[index]).map(([a, b]) => key(a, b)))
  const found = [...real].filter(pair => said.has(pair)).length
  const milliseconds = taken => `${(taken * 1000).toFixed(0)} ms`
  return [
    {
      what: `forecast of ${branches} branches (${pairs.length} pairs) / one merge-tree over all pairs`,
      value: median(rounds.map(round => round.forecast.seconds / round.merges.seconds)),
      limit: Number((1 / 30).toFixed(3)),
      detail: rounds
        .map(round => `${milliseconds(round.forecast.seconds)} against ${milliseconds(round.merges.seconds)}`)
        .join(' · '),
    },
    {
      what: 'conflicts that merge-tree finds and the forecast misses',
      value: real.size - found,
      limit: 0,
      detail: `${real.size} of ${pairs.length} pairs conflict: found ${found}, missed ${real.size - found}`,
    },
    { what: 'conflicts that only the forecast finds', value: said.size - found, limit: 0 },
  ]
}

async function time(work) {
  const startedAt = performance.now()
  const value = await work()
  return { value, seconds: (performance.now() - startedAt) / 1000 }
}

/** For each pair whether git merges it without a conflict. What it writes goes to a folder of its own, so that no round profits from another. */
function mergeAll(folder, pairs, name) {
  const objects = join(folder, '.git', name)
  mkdirSync(objects)
  const output = execFileSync(
    'git',
    ['merge-tree', '--write-tree', '--stdin', '-z', '--name-only', '--no-messages'],
    {
      cwd: folder,
      input: pairs.map(pair => `${pair.join(' ')}\n`).join(''),
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      env: {
        ...process.env,
        GIT_OBJECT_DIRECTORY: objects,
        GIT_ALTERNATE_OBJECT_DIRECTORIES: join(folder, '.git', 'objects'),
      },
    },
  )
  // Each answer: status, tree, names of conflicted files up to an empty field.
  const fields = output.split('\0')
  const answers = []
  for (let at = 0; at + 1 < fields.length; ) {
    answers.push(fields[at] === '1')
    at = fields.indexOf('', at + 2) + 1
  }
  return answers
}

/** Sources of different lengths with lines that occur nowhere else. */
function makeFiles() {
  const random = makeRandom(7)
  return Object.fromEntries(
    Array.from({ length: files }, (_, file) => {
      const lines = Array.from(
        { length: 30 + random(120) },
        (_, line) => `export const v${file}x${line} = ${line}\n`,
      )
      return [`src/m${file % 50}/f${file}.ts`, lines.join('')]
    }),
  )
}

/** Each branch changes some 12 files, half of them among the same 60; some rename, delete and add files. */
function makeBranches(folder, sources, base) {
  const random = makeRandom(11)
  const paths = Object.keys(sources)
  const stream = Array.from({ length: branches }, (_, branch) => {
    const changes = new Map()
    for (let change = 0; change < 12; change++) {
      const path = paths[change % 2 === 0 ? random(60) : random(paths.length)]
      const lines = sources[path].split('\n').slice(0, -1)
      lines.splice(random(lines.length), random(3), `// ${branch} ${change}`)
      changes.set(path, `M 100644 inline ${path}\n${toData(`${lines.join('\n')}\n`)}`)
    }
    const [renamed, deleted] = [paths[random(80)], paths[random(120)]]
    const added = `M 100644 inline src/new${random(60)}.ts\n${toData(`${branch}\n`)}`
    const moves = branch % 5 === 0 ? [`R ${renamed} src/renamed/f${branch}.ts`] : []
    const deletions = branch % 7 === 0 && deleted !== renamed ? [`D ${deleted}`] : []
    return [
      `commit refs/heads/b${branch}`,
      `mark :${branch + 1}`,
      'committer Bench <bench@example.com> 1767323045 +0000',
      `data 1\nb`,
      `from ${base}`,
      ...changes.values(),
      added,
      ...moves,
      ...deletions,
      '',
    ].join('\n')
  })
  const marks = Array.from({ length: branches }, (_, branch) => `get-mark :${branch + 1}\n`)
  const output = execFileSync('git', ['fast-import', '--quiet'], {
    cwd: folder,
    input: stream.join('') + marks.join(''),
    encoding: 'utf8',
  })
  return output.trim().split('\n')
}

function toData(text) {
  return `data ${Buffer.byteLength(text)}\n${text}`
}
