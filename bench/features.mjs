// Lands features that were built beside each other, one after another, and counts those whose own tests pass in the end.
// Usage: node bench/features.mjs <folder with base/ and featureN/{feature,tests}.patch> [--pairs 12] [--without-tests], after
// `npm run bundle`. Rules resolve what they can; of the rest, the tests of the features choose among candidates.
import { spawnSync } from 'node:child_process'
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
import { dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { listCandidates } from '../lib/conflicts/candidates/list-candidates.js'
import { resolveText } from '../lib/conflicts/resolve-text.js'
import { resolverNames } from '../lib/model/resolver-names.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pairs: { type: 'string', default: '0' }, 'without-tests': { type: 'boolean', default: false } },
})
const folder = resolve(positionals[0] ?? '.')
const limit = 6
const work = mkdtempSync(join(tmpdir(), 'features-'))
let testRuns = 0

function readTree(root) {
  const files = new Map()
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && !/__pycache__|\.pytest_cache/.test(entry.parentPath ?? entry.path)) {
      const path = join(entry.parentPath ?? entry.path, entry.name)
      files.set(relative(root, path), readFileSync(path, 'utf8'))
    }
  return files
}

function writeTree(root, files) {
  rmSync(root, { recursive: true, force: true })
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

function applyPatch(name, patch) {
  const root = join(work, name)
  cpSync(join(folder, 'base'), root, { recursive: true })
  const { status, stderr } = spawnSync('git', ['apply', '--ignore-whitespace', patch], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${patch}: ${stderr}`)
  return readTree(root)
}

/** Whether the tests of a feature pass on a tree. */
function passes(tree, feature) {
  testRuns++
  const root = join(work, 'tested')
  const tests = [...feature.tests].filter(([path]) => path.startsWith('tests/'))
  writeTree(root, new Map([...tree, ...tests]))
  const args = ['-m', 'pytest', '-q', '-x', '-p', 'no:cacheprovider', ...feature.testFiles]
  const { status } = spawnSync('python3', args, { cwd: root, env: { ...process.env, PYTHONPATH: root } })
  return status === 0
}

const resolvers = resolverNames.filter(name => !['generated', 'cache', 'drivers', 'agent'].includes(name))

function mergeByGit(base, ours, theirs) {
  const paths = Object.entries({ ours, base, theirs }).map(([name, text]) => {
    writeFileSync(join(work, name), text)
    return join(work, name)
  })
  const { status, stdout } = spawnSync('git', ['merge-file', '-p', ...paths], { encoding: 'utf8' })
  return status === 0 ? stdout : undefined
}

/** The answers for one file, the most trusted first. */
async function listAnswers(path, base, ours, theirs) {
  if (theirs === base || theirs === ours) return [{ text: ours }]
  if (ours === base) return [{ text: theirs }]
  const clean = mergeByGit(base ?? '', ours ?? '', theirs ?? '')
  if (clean !== undefined) return [{ text: clean }]
  const conflict = { path, base, ours, theirs }
  const answer = await resolveText(conflict, { resolvers })
  if (answer.kind === 'resolved') return [{ text: answer.text }]
  if (values['without-tests']) return []
  return listCandidates(conflict, { resolvers, limit })
}

/** Undefined when no answer keeps the tests of all features green. */
async function tryLand(base, tip, feature, landed) {
  const choices = []
  for (const [path, theirs] of feature.tree)
    choices.push([path, await listAnswers(path, base.get(path), tip.get(path), theirs)])
  if (choices.some(([, answers]) => answers.length === 0)) return undefined
  const count = Math.max(...choices.map(([, answers]) => answers.length))
  for (let index = 0; index < count; index++) {
    const merged = choices.map(([path, answers]) => [path, answers[Math.min(index, answers.length - 1)].text])
    const tree = new Map([...tip, ...merged])
    if (values['without-tests'] || [...landed, feature].every(other => passes(tree, other))) return tree
  }
  return undefined
}

async function land(base, features) {
  let tip = base
  const landed = []
  for (const feature of features) {
    const tree = await tryLand(base, tip, feature, landed)
    if (tree === undefined) continue
    tip = tree
    landed.push(feature)
  }
  return { landed, working: features.filter(feature => passes(tip, feature)) }
}

const base = readTree(join(folder, 'base'))
const names = readdirSync(folder).filter(name => existsSync(join(folder, name, 'feature.patch')))
const features = names
  .toSorted((a, b) => Number(a.slice(7)) - Number(b.slice(7)))
  .map(name => {
    const path = file => join(folder, name, file)
    const tests = applyPatch(`${name}-tests`, path('tests.patch'))
    const testFiles = [...readFileSync(path('tests.patch'), 'utf8').matchAll(/^\+\+\+ b\/(\S+)/gm)].map(
      match => match[1],
    )
    return { name, tree: applyPatch(name, path('feature.patch')), tests, testFiles }
  })
try {
  const all = await land(base, features)
  console.log(
    `all at once: ${all.landed.length} of ${features.length} land, ${all.working.length} work (${testRuns} runs of tests)`,
  )
  console.log(`  works: ${all.working.map(({ name }) => name).join(', ')}`)
  const pairs = features.flatMap((first, index) => features.slice(index + 1).map(second => [first, second]))
  const wanted = pairs.slice(0, Number(values.pairs))
  let good = 0
  for (const pair of wanted) if ((await land(base, pair)).working.length === 2) good++
  if (wanted.length > 0) console.log(`pairs: of the first ${wanted.length}, both work in ${good}`)
} finally {
  rmSync(work, { recursive: true, force: true })
}
