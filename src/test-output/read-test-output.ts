import { type OutputText, toOutputText } from './reading/output-text.ts'
import type { Reading, TestReader } from './reading/reading.ts'
import { joinTestOutputs, type Runner, type TestOutput } from './reading/test-output.ts'
import { readCargo } from './runners/cargo.ts'
import { readGoConsole } from './runners/go-console.ts'
import { readGoJson } from './runners/go-json.ts'
import { readJestConsole } from './runners/jest-console.ts'
import { readJestJson } from './runners/jest-json.ts'
import { readJunit } from './runners/junit.ts'
import { readMochaConsole } from './runners/mocha-console.ts'
import { readMochaJson } from './runners/mocha-json.ts'
import { readNodeSpec } from './runners/node-spec.ts'
import { readPhpunit } from './runners/phpunit.ts'
import { readPytest } from './runners/pytest.ts'
import { readRspec } from './runners/rspec.ts'
import { readTap } from './runners/tap.ts'
import { readTypescript } from './runners/typescript.ts'
import { readUnittest } from './runners/unittest.ts'
import { readVitestConsole } from './runners/vitest-console.ts'

/** Machine-readable formats. */
const reportReaders: readonly TestReader[] = [
  readJunit,
  readJestJson,
  readMochaJson,
  readGoJson,
  readCargo,
  readTap,
]

/** Output for people. */
const consoleReaders: readonly TestReader[] = [
  readJestConsole,
  readVitestConsole,
  readMochaConsole,
  readNodeSpec,
  readPytest,
  readUnittest,
  readGoConsole,
  readRspec,
  readPhpunit,
  readTypescript,
]

/**
 * Test results in the output of a test command, stdout and stderr together; undefined if no runner is recognised for
 * certain. A command that failed without a failed test or broken file failed for another reason.
 * @param root The absolute path of the command's working directory.
 */
export function readTestOutput(text: string, root: string): TestOutput | undefined {
  return read(toOutputText(text, root), [...reportReaders, ...consoleReaders])
}

/** The same for a report file. Its content shows the format. */
export function readTestReport(text: string, root: string): TestOutput | undefined {
  return read(toOutputText(text, root), reportReaders)
}

/** Several runners may have run. Machine-readable output wins over that for people. */
function read(output: OutputText, readers: readonly TestReader[]): TestOutput | undefined {
  const readings = new Map<Runner, Reading>()
  for (const reader of readers) {
    const reading = reader(output)
    if (reading !== undefined && readings.get(reading.runner)?.kind !== 'read')
      readings.set(reading.runner, reading)
  }
  const outputs = [...readings.values()].flatMap(reading => (reading.kind === 'read' ? [reading.output] : []))
  if (outputs.length === 0) return undefined
  const joined = joinTestOutputs(outputs)
  return outputs.length === readings.size && !output.isCut ? joined : { ...joined, isComplete: false }
}
