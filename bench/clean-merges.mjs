// Counts what is doubted in merges that people did not doubt: of a repository's history, those that git merges without a conflict and
// to the very tree that was committed; of a folder of real conflicts, the files that people made of them.
// Usage: node bench/clean-merges.mjs <repository or folder of cases> [--limit 500], after `npm run bundle`.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { inspectFile } from '../lib/conflicts/checks/inspect-file.js'
import { readChanges } from '../lib/git/diff/tree-diff.js'
import { openRepository } from '../lib/git/repository/open-repository.js'
import { inspectFiles } from '../lib/integration/inspect-files.js'
import { readCases } from './conflicts/cases.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { limit: { type: 'string', default: '500' } },
})
const [place = '.'] = positionals

function git(...args) {
  return execFileSync('git', ['-C', place, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
}

/** Merges whose committed tree is what git makes of their parents. */
function listUncorrected() {
  return git('log', '--merges', '--format=%H %P', `--max-count=${values.limit}`, '--all')
    .split('\n')
    .map(line => line.split(' '))
    .filter(([commit, ours, theirs, more]) => {
      if (theirs === undefined || more !== undefined) return false
      try {
        return git('merge-tree', '--write-tree', ours, theirs) === git('rev-parse', `${commit}^{tree}`)
      } catch {
        return false // a conflict
      }
    })
}

async function inspectHistory() {
  const repository = await openRepository(place, process.env)
  const merges = listUncorrected()
  for (const [commit, ours, theirs] of merges) {
    const base = git('merge-base', ours, theirs)
    const toMerge = async (task, side, before, tree) => {
      const changes = await readChanges(repository, base, side)
      return { task, base, commit: side, before, tree, changes, resolved: new Set() }
    }
    const chain = [await toMerge('ours', ours, base, ours), await toMerge('theirs', theirs, ours, commit)]
    report(
      commit,
      (await inspectFiles(repository, chain)).map(({ text }) => text),
    )
  }
  return merges.length
}

async function inspectCases() {
  const cases = readCases(place).slice(0, Number(values.limit))
  for (const { case: name, conflict, resolved } of cases) {
    const { path, base = '', ours, theirs } = conflict
    if (ours === undefined || theirs === undefined || resolved === undefined) continue
    report(name, await inspectFile({ path, base, ours, theirs, result: resolved }))
  }
  return cases.length
}

let doubted = 0
function report(name, sentences) {
  if (sentences.length > 0) doubted++
  for (const sentence of sentences) console.log(`${name}: ${sentence}`)
}

const count = existsSync(join(place, 'cases.jsonl')) ? await inspectCases() : await inspectHistory()
console.log(`${doubted} of ${count} doubted`)
