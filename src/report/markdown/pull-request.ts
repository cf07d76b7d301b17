import { toInertLine } from '../../model/inert-text.ts'
import type { Task, TaskId } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import { toTimingText } from '../text/timing-text.ts'
import { taskTableHead, toHeadline, toMarkdownText, toTaskRow, toTroubleLines } from './markdown.ts'
import { type Part, toPage, toText } from './page.ts'

/** Titles of GitHub have 256 characters at most. */
const longestTitle = 200
const longestSummary = 4000

/** Nothing of Markdown counts in a title; line ends would, and references do when it becomes the subject of a squashed commit. */
export function toPullRequestTitle(text: string): string {
  const line = toInertLine(text)
  return line.length > longestTitle ? `${line.slice(0, longestTitle)}…` : line
}

/** What a pull request for the tested result says: what is in it, what is not, and the issues that it closes. */
export function toIntegrationText(report: Report, tasks: readonly Task[], maxBytes: number): string {
  const landed = tasks.filter(({ id }) => report.tasks[id]?.landing === 'landed')
  const others = tasks.filter(({ id }) => report.tasks[id]?.landing !== 'landed')
  return toPage(
    [
      toText(toHeadline(report)),
      toText(landed.flatMap(toClosing).join('\n')),
      toList(
        '### Landed, in merge order of the plan',
        landed,
        ({ id, title }) => `- \`${id}\`: ${toMarkdownText(title)}`,
      ),
      toList(
        '### Not included',
        others,
        ({ id, title }) => `- \`${id}\`: ${toMarkdownText(title)} · ${toWhy(report, id)}`,
      ),
      toTroubles(report),
    ],
    maxBytes,
  )
}

/** What a pull request for the branch of one task says. */
export function toTaskText(report: Report, task: Task, maxBytes: number): string {
  const { summary = null, landing = 'none' } = report.tasks[task.id] ?? {}
  const result =
    landing === 'landed'
      ? `It is in the tested result${toBranch(report)}.`
      : `It is not in a tested result: ${toWhy(report, task.id)}.`
  const stacked =
    task.needs.length === 0 ? '' : ` Its branch contains those of ${toIds(task.needs)}: merge those first.`
  return toPage(
    [
      toText(`Task \`${task.id}\` of run \`${report.run}\`. ${result}${stacked}`),
      toText(toClosing(task).join('\n')),
      toText(
        summary === null ? '' : `Report of the agent: ${toMarkdownText(summary.slice(0, longestSummary))}`,
      ),
    ],
    maxBytes,
  )
}

/** How a run stands, for the one comment on its pull request. */
export function toCommentText(report: Report, maxBytes: number): string {
  const rows = Object.entries(report.tasks).map(([id, task]) => ({
    text: toTaskRow(id, task),
    isImportant: task.landing !== 'landed',
  }))
  return toPage(
    [
      toText(toHeadline(report)),
      {
        kind: 'rows',
        head: taskTableHead,
        rows,
        more: hidden => `… and ${hidden} more: the report has them all.`,
      },
      toTroubles(report),
      toText(toTimingText(report)),
    ],
    maxBytes,
  )
}

function toClosing({ issue }: Task): string[] {
  return issue === undefined ? [] : [`Closes #${issue}`]
}

function toList(head: string, tasks: readonly Task[], toRow: (task: Task) => string): Part {
  const rows = tasks.map(task => ({ text: toRow(task), isImportant: false }))
  return { kind: 'rows', head: `${head}\n`, rows, more: hidden => `… and ${hidden} more.` }
}

function toTroubles(report: Report): Part {
  const rows = toTroubleLines(report).map(text => ({ text, isImportant: true }))
  return { kind: 'rows', head: '### Conflicts and problems\n', rows, more: hidden => `… and ${hidden} more.` }
}

function toWhy({ tasks }: Report, id: TaskId): string {
  const { landing = 'none', outcome = 'cancelled', reason = null } = tasks[id] ?? {}
  const word = landing === 'none' ? outcome : landing
  return reason === null ? word : `${word}: ${toMarkdownText(reason.slice(0, 1000))}`
}

function toBranch({ integration }: Report): string {
  return integration.branch === null ? '' : `, \`${integration.branch}\``
}

function toIds(ids: readonly TaskId[]): string {
  return ids.map(id => `\`${id}\``).join(', ')
}
