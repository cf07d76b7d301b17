import {
  findJsonDocuments,
  type Json,
  toCountOrZero,
  toObjects,
  toTextOrEmpty,
} from '../reading/json-documents.ts'
import type { OutputText } from '../reading/output-text.ts'
import { type Findings, type Reading, toReading } from '../reading/reading.ts'

/** `jest --json` and `vitest --reporter=json`, which is the same except for the count of suites that could not run. */
export function readJestJson({ lines, toPath }: OutputText): Reading | undefined {
  const documents = findJsonDocuments(lines, 'testResults').filter(json => 'numTotalTests' in json)
  if (documents.length === 0) return undefined
  const isJest = documents.every(json => 'numRuntimeErrorTestSuites' in json)
  const files = documents.flatMap(json => toObjects(json.testResults))
  const stated = sum(documents, 'numFailedTests')
  return toReading({
    runner: isJest ? 'jest' : 'vitest',
    failed: files.flatMap(file => toFailed(file, toPath, isJest ? ' › ' : ' > ')),
    broken: files.filter(isBroken).map(file => toPath(toTextOrEmpty(file.name))),
    ran: stated + sum(documents, 'numPassedTests'),
    stated,
    hidesMore: documents.some(json => json.wasInterrupted === true),
  })
}

function sum(documents: readonly Json[], key: string): number {
  return documents.reduce((total, json) => total + toCountOrZero(json[key]), 0)
}

function toFailed(file: Json, toPath: OutputText['toPath'], separator: string): Findings['failed'] {
  const path = toPath(toTextOrEmpty(file.name))
  return toObjects(file.assertionResults)
    .filter(isFailed)
    .map(test => {
      const titles = Array.isArray(test.ancestorTitles) ? test.ancestorTitles.map(toTextOrEmpty) : []
      const name = [...titles, toTextOrEmpty(test.title)].join(separator)
      const messages = Array.isArray(test.failureMessages) ? test.failureMessages : []
      return { id: `${path}${separator}${name}`, file: path, name, message: toTextOrEmpty(messages[0]) }
    })
}

/** A file that failed without a failed test: it did not load, or a suite's hook failed. */
function isBroken(file: Json): boolean {
  return file.status === 'failed' && !toObjects(file.assertionResults).some(isFailed)
}

function isFailed(test: Json): boolean {
  return test.status === 'failed'
}
