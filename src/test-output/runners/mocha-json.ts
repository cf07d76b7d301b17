import {
  findJsonDocuments,
  type Json,
  toCount,
  toObject,
  toObjects,
  toText,
} from '../reading/json-documents.ts'
import type { OutputText } from '../reading/output-text.ts'
import { type Findings, type Reading, settle } from '../reading/reading.ts'
import { isMochaHook, withoutHook, withoutHookTarget } from './mocha-hooks.ts'

/** `mocha --reporter json`. */
export function readMochaJson({ lines, toPath }: OutputText): Reading | undefined {
  const json = findJsonDocuments(lines, 'stats').find(document => 'failures' in document)
  if (json === undefined) return undefined
  const stats = toObject(json.stats)
  const failures = toObjects(json.failures)
  const rootHooks = failures.filter(failure => toSelectable(failure) === '')
  return settle({
    runner: 'mocha',
    failed: failures
      .filter(failure => !rootHooks.includes(failure))
      .map(failure => toFailed(failure, toPath)),
    broken: rootHooks.map(failure => toText(failure.fullTitle)),
    ran: toCount(stats.passes) + toCount(stats.failures),
    stated: toCount(stats.failures) - rootHooks.length,
    hidesMore: failures.some(failure => isMochaHook(toText(failure.title))),
  })
}

function toFailed(failure: Json, toPath: OutputText['toPath']): Findings['failed'][number] {
  const file = toText(failure.file) === '' ? null : toPath(toText(failure.file))
  const title = withoutHookTarget(toText(failure.fullTitle))
  return {
    id: file === null ? title : `${file} ${title}`,
    file,
    name: toSelectable(failure),
    message: toText(toObject(failure.err).message),
  }
}

function toSelectable(failure: Json): string {
  return withoutHook(toText(failure.fullTitle))
}
