// Runs a suite of tests: node scripts/run-suite.mjs [OPTIONS OF JEST].
// With REPEAT_FAILED=1, files that fail are run once more by themselves: one that passes then is named as flaky, and does not fail the suite.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

/** More failures than that are no accident. */
const mostRepeated = 3

const folder = mkdtempSync(join(tmpdir(), 'suite-'))
try {
  process.exitCode = run(process.argv.slice(2))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function run(options) {
  const resultsFile = join(folder, 'results.json')
  const code = jest([...options, '--json', `--outputFile=${resultsFile}`])
  if (code === 0 || process.env.REPEAT_FAILED !== '1') return code
  const failed = readFailedFiles(resultsFile)
  if (failed.length === 0 || failed.length > mostRepeated) return code
  console.log(`\nRepeated: ${failed.join(', ')}`)
  const repeated = jest([...options, '--runTestsByPath', ...failed])
  console.log(repeated === 0 ? `Flaky: ${failed.join(', ')}` : 'Failed again.')
  return repeated
}

function jest(options) {
  const line = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', ...options]
  return spawnSync(process.execPath, line, { stdio: 'inherit' }).status ?? 1
}

/** None where Jest itself ended early. */
function readFailedFiles(resultsFile) {
  if (!existsSync(resultsFile)) return []
  const { testResults } = JSON.parse(readFileSync(resultsFile, 'utf8'))
  return testResults.filter(({ status }) => status === 'failed').map(({ name }) => relative('.', name))
}
