import type { RefusedPath } from '../../commands/find-refused-paths.ts'
import { isOwnFailure } from '../../model/outcome.ts'
import type { Report } from '../../model/report.ts'
import { toReasonText } from '../../report/text/reason.ts'
import { toPlainLine } from '../../report/text/text.ts'
import type { Annotation } from '../step/annotation.ts'

/** What did not land, beside the files that conflict or violate a scope; not dependents that only wait. */
export function toRunAnnotations(report: Report, refusedPaths: readonly RefusedPath[]): Annotation[] {
  const conflicts = report.integration.conflicts
    .filter(({ resolution }) => resolution === 'unresolved')
    .map(({ task, path }) =>
      toError(`${task}: conflict`, `${task} was left out: ${reasonOf(report, task)}`, path),
    )
  const refused = refusedPaths.map(({ task, path }) =>
    toError(`${task}: out of scope`, `${task} may not change ${path}`, path),
  )
  const placed = new Set([...report.integration.conflicts, ...refusedPaths].map(({ task }) => task))
  const others = Object.keys(report.tasks)
    .filter(id => !placed.has(id) && isOwnFault(report, id))
    .map(id => toError(`${id}: ${wordOf(report, id)}`, reasonOf(report, id), tryTestFile(report, id)))
  return [
    ...toProblem(report),
    ...conflicts,
    ...refused,
    ...others,
    ...toFailing(report),
    ...toFindings(report),
  ]
}

/** Tests that no task broke, but that everyone sees as red. */
function toFailing({ integration: { failing } }: Report): Annotation[] {
  return failing.map(test => ({
    level: 'warning' as const,
    title: 'Test already fails on the base',
    message: toPlainLine(test),
    ...toPlace(tryFile(test)),
  }))
}

/** The file of the test that a task broke. */
function tryTestFile({ tasks }: Report, id: string): string | undefined {
  return tasks[id]?.landing === 'evicted' ? tryFile(tasks[id]?.reason ?? '') : undefined
}

/** The first file of tests that a text names: ids of tests begin with it, as `tests/api.test.js › answers`. */
function tryFile(text: string): string | undefined {
  const [, path] =
    /(?:^|\s)((?:[\w@.-]+\/)*[\w@-][\w@.-]*\.(?:[cm]?[jt]sx?|py|rb|php|go|rs))(?=[\s:]|$)/.exec(text) ?? []
  return path
}

/** Findings of the last review round, beside their lines. Remarks are only in the report. */
function toFindings({ tasks }: Report): Annotation[] {
  return Object.entries(tasks).flatMap(([id, { reviews }]) => {
    const last = Math.max(0, ...reviews.map(({ round }) => round))
    const found = reviews.filter(({ round }) => round === last).flatMap(({ findings }) => findings)
    return found
      .filter(({ severity }) => severity !== 'note')
      .map(({ path, line, text }) => ({
        level: 'warning' as const,
        title: `${id}: review`,
        message: toPlainLine(text),
        ...(path === null ? {} : { file: path }),
        ...(path === null || line === null ? {} : { line }),
      }))
  })
}

/** Why nothing was tested or landed, for example because tests fail on the base. */
function toProblem({ integration: { problem } }: Report): Annotation[] {
  return problem === null ? [] : [toError('Not landed', toPlainLine(problem))]
}

/** A task that may end without changes has no reason for that. */
function isOwnFault({ tasks }: Report, id: string): boolean {
  const task = tasks[id]
  if (task === undefined || task.landing === 'evicted') return task !== undefined
  return task.landing === 'none' && isOwnFailure({ allowNoChanges: task.reason === null }, task.outcome)
}

function wordOf({ tasks }: Report, id: string): string {
  return tasks[id]?.landing === 'evicted' ? 'evicted' : (tasks[id]?.outcome ?? '')
}

function reasonOf({ tasks }: Report, id: string): string {
  const task = tasks[id]
  return toPlainLine(task === undefined ? '' : toReasonText(task)) || wordOf({ tasks } as Report, id)
}

function toError(title: string, message: string, file?: string): Annotation {
  return { level: 'error', title, message, ...toPlace(file) }
}

function toPlace(file: string | undefined): { readonly file?: string } {
  return file === undefined ? {} : { file }
}
