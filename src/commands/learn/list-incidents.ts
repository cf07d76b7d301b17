import type { Incident } from '../../model/lesson.ts'
import { isLesson } from '../../model/outcome.ts'
import type { TaskId } from '../../model/plan.ts'
import type { Report, TaskReport } from '../../model/report.ts'
import type { Review } from '../../model/review.ts'
import type { TaskResult } from '../../model/task-result.ts'
import { toPlainLine } from '../../report/text/text.ts'

/** What is known of a run, from refs that anybody may have written. */
export interface KnownRun {
  readonly run: string
  /** The name of its plan, and the prompts of its tasks; null: unreadable. */
  readonly plan: string | null
  readonly prompts: Readonly<Record<TaskId, string>>
  readonly report: Report | undefined
  readonly results: ReadonlyMap<TaskId, TaskResult>
  /** The logs of tasks that took more than one attempt. */
  readonly logs: ReadonlyMap<TaskId, string>
}

type Draft = Pick<Incident, 'kind' | 'file' | 'text'>

/** The task that stands for the result of a whole run. */
const wholeResult = 'result'
const longestText = 300

/** Everything that went wrong in a run and that an instruction could have kept from happening. */
export function listIncidents({ run, report, results, logs }: KnownRun): Incident[] {
  const tasks = [...results.keys()].flatMap(task => {
    const result = results.get(task) as TaskResult
    const drafts = [
      ...listRefusals(logs.get(task) ?? '', result),
      ...result.reviews.flatMap(toFindings),
      ...listEvictions(report?.tasks[task]),
    ]
    return drafts.map(draft => ({ ...draft, task }))
  })
  const whole = report === undefined ? [] : listOfIntegration(report)
  return [...tasks, ...whole].map(incident => ({
    ...incident,
    run,
    text: toPlainLine(incident.text).slice(0, longestText),
  }))
}

/** Attempts that were refused, from the lines of the harness in the log, and the last one. */
function listRefusals(log: string, { outcome, reason }: TaskResult): Draft[] {
  const earlier = [...log.matchAll(/^── attempt \d+ refused: (.+?)(?: · \S+Z)?$/gm)].map(
    ([, text]) => text ?? '',
  )
  const last = isLesson(outcome) && reason !== null ? [reason] : []
  return [...earlier, ...last].flatMap(toRefusals)
}

/** A refusal because of files is one for each of them. */
function toRefusals(reason: string): Draft[] {
  const [, outside] = /^outside its scope: (.+?)(?: \(scope: .*)?$/.exec(reason) ?? []
  const [, guarded] = /^(.+) (?:is|are) protected$/.exec(reason) ?? []
  const text = outside === undefined ? 'changed a protected file' : 'changed a file outside its scope'
  const paths = (outside ?? guarded)?.replace(/ and \d+ more$/, '').split(', ')
  return (
    paths?.map(file => ({ kind: 'refusal', file, text })) ?? [{ kind: 'refusal', file: null, text: reason }]
  )
}

function toFindings({ findings }: Review): Draft[] {
  return findings
    .filter(({ severity }) => severity !== 'note')
    .map(({ path, text }) => ({ kind: 'review', file: path, text }))
}

function listEvictions(task: TaskReport | undefined): Draft[] {
  if (task?.landing !== 'evicted') return []
  return [{ kind: 'eviction', file: null, text: task.reason ?? 'broke the tests of the result' }]
}

function listOfIntegration({ integration }: Report): (Draft & { readonly task: TaskId })[] {
  const { conflicts, reviews, comparisons } = integration
  return [
    ...conflicts
      .filter(({ resolution }) => !resolution.startsWith('rule:'))
      .map(({ task, path, with: others, resolution }) => ({
        kind: 'conflict' as const,
        file: path,
        text: `conflict${others.length === 0 ? '' : ` with ${others.join(', ')}`} (${resolution})`,
        task,
      })),
    ...reviews.flatMap(toFindings).map(draft => ({ ...draft, task: wholeResult })),
    ...comparisons.flatMap(({ task, wishes }) =>
      wishes
        .filter(({ state }) => state === 'missing' || state === 'partly')
        .map(({ wish, note }) => ({
          kind: 'missed wish' as const,
          file: null,
          text: note === '' ? wish : `${wish}: ${note}`,
          task,
        })),
    ),
  ]
}
