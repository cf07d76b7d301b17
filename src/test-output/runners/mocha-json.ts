import {
  findJsonDocuments,
  type Json,
  toCountOrZero,
  toObject,
  toObjects,
  toTextOrEmpty,
} from '../reading/json-documents.ts'
import type { OutputText } from '../reading/output-text.ts'
import { type Findings, type Reading, toReading } from '../reading/reading.ts'
import { isMochaHook, withoutHook, withoutHookTarget } from './mocha-hooks.ts'

/** `mocha --reporter json`. */
export function readMochaJson({ lines, toPath }: OutputText): Reading | undefined {
  const json = findJsonDocuments(lines, 'stats').find(document => 'failures' in document)
  if (json === undefined) return undefined
  const stats = toObject(json.stats)
  const failures = toObjects(json.failures)
  const rootHooks = failures.filter(failure => toSelectable(failure) === '')
  return toReading({
    runner: 'mocha',
    failed: failures
      .filter(failure => !rootHooks.includes(failure))
      .map(failure => toFailed(failure, toPath)),
    broken: rootHooks.map(failure => toTextOrEmpty(failure.fullTitle)),
    ran: toCountOrZero(stats.passes) + toCountOrZero(stats.failures),
    stated: toCountOrZero(stats.failures) - rootHooks.length,
    hidesMore: failures.some(failure => isMochaHook(toTextOrEmpty(failure.title))),
  })
}

function toFailed(failure: Json, toPath: OutputText['toPath']): Findings['failed'][number] {
  const file = toTextOrEmpty(failure.file) === '' ? null : toPath(toTextOrEmpty(failure.file))
  const title = withoutHookTarget(toTextOrEmpty(failure.fullTitle))
  return {
    id: file === null ? title : `${file} ${title}`,
    file,
    name: toSelectable(failure),
    message: toTextOrEmpty(toObject(failure.err).message),
  }
}

function toSelectable(failure: Json): string {
  return withoutHook(toTextOrEmpty(failure.fullTitle))
}
