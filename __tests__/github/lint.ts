import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { findActionProblems } from './runner/action-definition.ts'

/** Contexts that GitHub has and actionlint 1.7.7 does not know. */
const unknownToActionlint = [
  /property "workflow_(ref|sha|repository|file_path)" is not defined in object type \{container/,
  /unexpected key "cache-mode" for "job" section/,
  /property "result" is not defined in object type \{outputs/,
  /unexpected key "queue" for "concurrency" section/,
]

/**
 * Lints workflow files with actionlint. Problems are `path:line:column: message`. One call for many files: its start takes
 * seconds.
 */
export async function lintWorkflows(paths: readonly string[]): Promise<string[]> {
  const script = fileURLToPath(new URL('./lint-workflows.mjs', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...paths])
  const problems: string[] = JSON.parse(stdout)
  return problems.filter(problem => !unknownToActionlint.some(pattern => pattern.test(problem)))
}

/** Checks an `action.yml` with GitHub's own parser. */
export function lintAction(path: string): string[] {
  return findActionProblems(path, readFileSync(path, 'utf8'))
}
