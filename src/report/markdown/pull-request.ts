import { toInertLine } from '../../model/inert-text.ts'
import type { Task, TaskId } from '../../model/plan.ts'
import type { Report } from '../../model/report.ts'
import { toConflictSentence, toDecision, toOverrideTexts } from '../text/conflict-words.ts'
import { toCost, toRunCost, tryCostText } from '../text/cost.ts'
import { toClock } from '../text/duration.ts'
import { toReasonText } from '../text/reason.ts'
import { toCount } from '../text/text.ts'
import { toTimingText } from '../text/timing-text.ts'
import { toHeadline, toProblemLines } from './markdown.ts'
import { toMarkdownText } from './markdown-text.ts'
import { type Block, toPage, toTextBlock } from './page.ts'
import { toPlansToApprove } from './plans-to-approve.ts'
import { toReviewStates } from './review-states.ts'
import { toReportColumns, toTableHead, toTableRow } from './task-table.ts'
import { toWishLines } from './wish-lines.ts'

/** GitHub limits titles to 256 characters. */
const longestTitle = 200
/** Characters of what an agent says. */
export const longestSummary = 4000

/** Markdown has no effect in a title; line ends would, and references do if it becomes the subject of a squash commit. */
export function toPullRequestTitle(text: string): string {
  const line = toInertLine(text)
  return line.length > longestTitle ? `${line.slice(0, longestTitle)}…` : line
}

export interface IntegrationText {
  readonly report: Report
  readonly tasks: readonly Task[]
  /** The page of the workflow run. */
  readonly runUrl: string | undefined
  readonly maxBytes: number
}

/**
 * The description of the tested result's pull request: requests, changes, what is missing and why, cost, and the issues that it
 * closes.
 */
export function toIntegrationText({ report, tasks, runUrl, maxBytes }: IntegrationText): string {
  const landed = tasks.filter(({ id }) => report.tasks[id]?.landing === 'landed')
  const others = tasks.filter(({ id }) => report.tasks[id]?.landing !== 'landed')
  return toPage(
    [
      toTextBlock(toHeadline(report)),
      toTextBlock(toFacts(report, runUrl)),
      toTextBlock(landed.flatMap(toClosing).join('\n')),
      toList('### Requests and changes', landed, task => toDone(report, task)),
      toList(
        '### Not included',
        others,
        ({ id, title, issue }) =>
          `- \`${id}\`${toReference(issue)}: ${toMarkdownText(title)} · ${toWhy(report, id)}`,
      ),
      toLines('### Compared with the issues', toWishLines(report)),
      toLines('### Reviews', toReviewStates(report)),
      toLines('### Conflicts and decisions', toDecisions(report)),
      toProblems(report),
    ],
    maxBytes,
  )
}

/** Time, cost and other facts. */
function toFacts(report: Report, runUrl: string | undefined): string {
  const all = Object.values(report.tasks)
  const landed = all.filter(({ landing }) => landing === 'landed')
  const files = landed.reduce((sum, { filesChanged }) => sum + (filesChanged ?? 0), 0)
  const seconds = all.reduce((sum, task) => sum + (task.agentSeconds ?? 0), 0)
  const cells = [
    `${toCount(files, 'changed file')}`,
    `agents worked ${toClock(seconds)}`,
    `cost ${toMarkdownText(tryCostText(toRunCost(report)) ?? 'unknown')}`,
    ...(runUrl === undefined ? [] : [`[the run](${runUrl})`]),
  ]
  return cells.join(' · ')
}

const longestAsked = 400

/** One task's request and its agent's summary: foreign text, without effect. */
function toDone(report: Report, task: Task): string {
  const { summary = null, filesChanged = null, usage } = report.tasks[task.id] ?? {}
  const cost = tryCostText(toCost(usage))
  const facts = [
    ...(filesChanged === null ? [] : [toCount(filesChanged, 'file')]),
    ...(cost === undefined ? [] : [toMarkdownText(cost)]),
  ]
  const asked = task.issue === undefined ? toBeginning(task.prompt, longestAsked) : `by #${task.issue}`
  return [
    `- \`${task.id}\`: ${toMarkdownText(task.title)}${facts.length === 0 ? '' : ` · ${facts.join(' · ')}`}`,
    `  - asked: ${asked}`,
    ...(summary === null ? [] : [`  - done: ${toBeginning(summary, longestSummary)}`]),
  ].join('\n')
}

/** One line of foreign text, without effect. */
export function toBeginning(text: string, most: number): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return toMarkdownText(line.length > most ? `${line.slice(0, most)}…` : line)
}

/** Each resolved conflict, with its resolver. Unresolved ones are among the problems. */
function toDecisions({ integration }: Report): string[] {
  return integration.conflicts
    .filter(({ resolution }) => resolution !== 'unresolved')
    .map(conflict => {
      const head = `${toDecision(conflict)}: ${toConflictSentence(conflict)}`
      return toMarkdownText([head, ...toOverrideTexts(conflict)].join('; '))
    })
}

/** The description of a task branch's pull request. */
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
      toTextBlock(`Task \`${task.id}\` of run \`${report.run}\`. ${result}${stacked}`),
      toTextBlock(toClosing(task).join('\n')),
      toTextBlock(
        summary === null ? '' : `Report of the agent: ${toMarkdownText(summary.slice(0, longestSummary))}`,
      ),
    ],
    maxBytes,
  )
}

/** The state of a run, for the one comment on its pull request. */
export function toCommentText(report: Report, maxBytes: number): string {
  const columns = toReportColumns(report)
  const rows = Object.entries(report.tasks).map(([id, task]) => ({
    text: toTableRow(columns, id, task),
    isImportant: task.landing !== 'landed',
  }))
  return toPage(
    [
      toTextBlock(toHeadline(report)),
      {
        kind: 'rows',
        head: toTableHead(columns),
        rows,
        more: hidden => `… and ${hidden} more: the report has them all.`,
      },
      toProblems(report),
      toTextBlock(toTimingText(report)),
      toPlansToApprove(report),
    ],
    maxBytes,
  )
}

function toClosing({ issue }: Task): string[] {
  return issue === undefined ? [] : [`Closes #${issue}`]
}

function toReference(issue: number | undefined): string {
  return issue === undefined ? '' : ` (#${issue})`
}

/** Lines of Markdown, as list items. */
function toLines(head: string, lines: readonly string[]): Block {
  const rows = lines.map(text => ({ text: text.startsWith('- ') ? text : `- ${text}`, isImportant: false }))
  return { kind: 'rows', head: `${head}\n`, rows, more: hidden => `… and ${hidden} more.` }
}

function toList(head: string, tasks: readonly Task[], toRow: (task: Task) => string): Block {
  const rows = tasks.map(task => ({ text: toRow(task), isImportant: false }))
  return { kind: 'rows', head: `${head}\n`, rows, more: hidden => `… and ${hidden} more.` }
}

function toProblems(report: Report): Block {
  const rows = toProblemLines(report).map(text => ({ text, isImportant: true }))
  return { kind: 'rows', head: '### Conflicts and problems\n', rows, more: hidden => `… and ${hidden} more.` }
}

/** Why a task did not land. */
export function toWhy({ tasks }: Report, id: TaskId): string {
  const { landing = 'none', outcome = 'cancelled', reason = null, retryAt = null } = tasks[id] ?? {}
  const word = landing === 'none' ? outcome : landing
  const why = toReasonText({ outcome, reason, retryAt })
  return why === '' ? word : `${word}: ${toMarkdownText(why.slice(0, 1000))}`
}

/** The branch of the result, as a part of a sentence. */
export function toBranch({ integration }: Report): string {
  return integration.branch === null ? '' : `, \`${integration.branch}\``
}

function toIds(ids: readonly TaskId[]): string {
  return ids.map(id => `\`${id}\``).join(', ')
}
