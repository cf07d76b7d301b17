// Runs the product on features that were built beside each other, one task a feature, and counts those that land and work.
// Usage: node bench/landing.mjs <folder with base/ and featureN/{feature,tests}.patch> [--pairs 12] [--keep], after `npm run bundle`.
// The tests of the features are `python3 -m pytest`, on the files that their tests.patch names.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pairs: { type: 'string', default: '0' },
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
})
const folder = resolve(positionals[0] ?? '.')
const cli = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'landing-'))
const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  NO_COLOR: '1',
  PYTHONDONTWRITEBYTECODE: '1',
}

const git = (cwd, ...args) => execFileSync('git', args, { cwd, env, encoding: 'utf8', stdio: 'pipe' })

/** How the tests of a feature reach the product. */
const modes = {
  'own tests beside the branch': { inBranch: false, hasTest: true },
  'own tests in the branch': { inBranch: true, hasTest: true },
  'no test of a task': { inBranch: false, hasTest: false },
}

/** Runs the tests of a feature on a copy of the folder that it is started in, with the files that its patch makes of the base. */
function writeTestScript(name, patch) {
  const own = join(work, 'tests', name)
  cpSync(join(folder, 'base'), own, { recursive: true })
  git(own, 'apply', '--ignore-whitespace', patch)
  const files = [...readFileSync(patch, 'utf8').matchAll(/^\+\+\+ b\/(\S+)/gm)].map(match => match[1])
  const overlays = files.map(
    file => `mkdir -p "$copy/${dirname(file)}" && cp '${join(own, file)}' "$copy/${file}"`,
  )
  const script = join(work, `${name}.sh`)
  const lines = [
    'copy=$(mktemp -d) && trap \'rm -rf "$copy"\' EXIT && cp -R . "$copy/" && rm -rf "$copy/.git"',
    ...overlays,
    `cd "$copy" && PYTHONPATH="$copy" python3 -m pytest -q -p no:cacheprovider ${files.join(' ')}`,
  ]
  writeFileSync(script, `set -e\n${lines.join('\n')}\n`)
  return { script, files }
}

function readFeatures() {
  const names = readdirSync(folder).filter(name => existsSync(join(folder, name, 'feature.patch')))
  return names
    .toSorted((a, b) => Number(a.replace(/\D+/g, '')) - Number(b.replace(/\D+/g, '')))
    .map(name => {
      const [feature, tests] = ['feature', 'tests'].map(kind => join(folder, name, `${kind}.patch`))
      return { name, feature, tests, ...writeTestScript(name, tests) }
    })
}

function makeRepository(name) {
  const root = join(work, 'repositories', name)
  mkdirSync(dirname(root), { recursive: true })
  cpSync(join(folder, 'base'), root, { recursive: true })
  git(root, 'init', '--quiet', '--initial-branch=main')
  git(root, 'config', 'user.name', 'Bench')
  git(root, 'config', 'user.email', 'bench@example.com')
  git(root, 'add', '--all', '--force')
  git(root, 'commit', '--quiet', '--message=base')
  return root
}

function toPlan(features, { inBranch, hasTest }) {
  const agents = {}
  const tasks = {}
  for (const { name, feature, tests, script, files } of features) {
    const patches = inBranch ? `'${feature}' '${tests}'` : `'${feature}'`
    agents[name] = { command: `git apply --ignore-whitespace ${patches}` }
    const test = inBranch ? `python3 -m pytest -q -p no:cacheprovider ${files.join(' ')}` : `sh '${script}'`
    tasks[name] = { agent: name, prompt: `Build ${name}.`, retries: 0, ...(hasTest ? { test } : {}) }
  }
  return { name: 'Features', env: { PYTHONPATH: '.' }, overlap: 'warn', sandbox: 'none', agents, tasks }
}

function runProduct(root, plan) {
  writeFileSync(join(root, 'plan.json'), JSON.stringify(plan, null, 2))
  const { stdout, stderr } = spawnSync(process.execPath, [cli, 'run', 'plan.json', '--json'], {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  try {
    return JSON.parse(stdout)
  } catch {
    throw new Error(`no report: ${stdout}${stderr}`)
  }
}

/** Whether the hidden tests of a feature pass on what has landed. */
function works(root, commit, { script }) {
  const copy = mkdtempSync(join(work, 'landed-'))
  const archive = execFileSync('git', ['archive', commit], { cwd: root, env, maxBuffer: 1 << 28 })
  execFileSync('tar', ['-x', '-C', copy], { input: archive })
  const { status } = spawnSync('sh', [script], { cwd: copy, env })
  rmSync(copy, { recursive: true, force: true })
  return status === 0
}

let number = 0

function measure(features, mode) {
  const root = makeRepository(String(++number))
  const startedAt = performance.now()
  const report = runProduct(root, toPlan(features, mode))
  const seconds = (performance.now() - startedAt) / 1000
  const commit = report.integration.commit ?? 'main'
  const landed = features.filter(({ name }) => report.tasks[name].landing === 'landed')
  const working = features.filter(feature => works(root, commit, feature))
  return { report, seconds, landed, working, refused: landed.filter(feature => !working.includes(feature)) }
}

function toRow(name, { report, seconds, landed, working, refused }, total) {
  const by = new Map()
  for (const { resolution } of report.integration.conflicts) by.set(resolution, (by.get(resolution) ?? 0) + 1)
  const counts = [...by].map(([resolution, count]) => `${resolution} ${count}`)
  const cells = [
    name,
    `${landed.length} of ${total}`,
    working.length,
    refused.length,
    counts.join(', ') || '–',
    `${seconds.toFixed(0)} s`,
  ]
  return `| ${cells.join(' | ')} |`
}

try {
  const features = readFeatures()
  console.log('| | landed | work | landed and refused by hidden tests | conflicts resolved by | time |')
  console.log('| --- | ---: | ---: | ---: | --- | ---: |')
  for (const [name, mode] of Object.entries(modes)) {
    if (values.only !== undefined && !name.includes(values.only)) continue
    const all = measure(features, mode)
    console.log(toRow(`all ${features.length}, ${name}`, all, features.length))
    const pairs = features.flatMap((first, index) => features.slice(index + 1).map(second => [first, second]))
    const wanted = pairs.slice(0, Number(values.pairs))
    if (wanted.length === 0) continue
    const measured = wanted.map(pair => measure(pair, mode))
    const good = measured.filter(({ working }) => working.length === 2).length
    const bad = measured.reduce((sum, { refused }) => sum + refused.length, 0)
    const spent = measured.reduce((sum, { seconds }) => sum + seconds, 0)
    console.log(`| first ${wanted.length} pairs, ${name} | | ${good} | ${bad} | | ${spent.toFixed(0)} s |`)
  }
} finally {
  if (values.keep) console.log(work)
  else rmSync(work, { recursive: true, force: true })
}
