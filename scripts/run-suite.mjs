// Runs a suite of tests: node scripts/run-suite.mjs [OPTIONS OF JEST].
// With REPEAT_FAILED=1, files that fail are run once more by themselves: one that passes then is named as flaky, and does not fail the suite.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

/** More failures than that are no accident. */
const mostRepeated = 3

const options = process.argv.slice(2)
process.exitCode = process.env.REPEAT_FAILED === '1' ? runAndRepeat() : jest(options)

function runAndRepeat() {
  const folder = mkdtempSync(join(tmpdir(), 'suite-'))
  const resultsFile = join(folder, 'results.json')
  const code = jest([...options, '--json', `--outputFile=${resultsFile}`])
  const failed = code === 0 ? [] : readFailedFiles(resultsFile)
  rmSync(folder, { recursive: true, force: true })
  if (failed.length === 0 || failed.length > mostRepeated) return code
  console.log(`\nRepeated: ${failed.join(', ')}`)
  const repeated = jest([...options, '--runTestsByPath', ...failed])
  console.log(repeated === 0 ? `Flaky: ${failed.join(', ')}` : 'Failed again.')
  return repeated
}

function jest(args) {
  const line = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', ...args]
  return spawnSync(process.execPath, line, { stdio: 'inherit' }).status ?? 1
}

/** None where Jest itself ended early. */
function readFailedFiles(resultsFile) {
  if (!existsSync(resultsFile)) return []
  const { testResults } = JSON.parse(readFileSync(resultsFile, 'utf8'))
  return testResults.filter(({ status }) => status === 'failed').map(({ name }) => relative('.', name))
}
