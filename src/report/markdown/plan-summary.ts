import type { Lane } from '../../plan/lanes/lanes.ts'
import type { PlanOverview, TaskOverview } from '../text/plan-overview.ts'
import { toCount } from '../text/text.ts'
import { toMarkdownText } from './markdown-text.ts'
import { type Block, toPage, toTextBlock } from './page.ts'
import { toPlanGraph } from './plan-graph.ts'
import { toDiagram } from './run-summary.ts'

export interface PlanSummary {
  readonly overview: PlanOverview
  /** The lanes of the tasks; empty if one runner runs them all. */
  readonly lanes: readonly Lane[]
  readonly maxBytes: number
}

/** A plan as a page: its tasks, their order, the lanes, the estimated time, notices. */
export function toPlanSummary({ overview, lanes, maxBytes }: PlanSummary): string {
  return toPage(
    [
      toTextBlock(toHead(overview)),
      toTaskRows(overview),
      toTextBlock(toDiagram('Order', toPlanGraph(overview))),
      toLaneRows(lanes),
      toTextBlock(toDurations(overview)),
      toNoteRows(overview),
    ],
    maxBytes,
  )
}

function toHead({ plan, tasks, target }: PlanOverview): string {
  const where = target === null ? '' : ` · target ${toMarkdownText(target.branch)}`
  return `## ${toMarkdownText(plan)}: ${toCount(tasks.length, 'task')}${where}`
}

function toTaskRows({ tasks }: PlanOverview): Block {
  return {
    kind: 'rows',
    head: '| task | agent | waits for | may change | estimate |\n| --- | --- | --- | --- | ---: |',
    rows: tasks.map(task => ({ text: toTaskRow(task), isImportant: false })),
    more: hidden => `… and ${toCount(hidden, 'more task')}.`,
  }
}

function toTaskRow({ id, title, agent, needs, after, files, estimateMinutes }: TaskOverview): string {
  const cells = [
    title === id ? `\`${id}\`` : `\`${id}\` ${toMarkdownText(title)}`,
    toMarkdownText(agent),
    toMarkdownText([...needs, ...after].join(', ')),
    files === null ? 'any file' : toMarkdownText(files.join(' ')),
    estimateMinutes === null ? '–' : `${estimateMinutes} min`,
  ]
  return `| ${cells.join(' | ')} |`
}

function toLaneRows(lanes: readonly Lane[]): Block {
  return {
    kind: 'rows',
    head: `### ${toCount(lanes.length, 'lane')}\n`,
    rows: lanes.map(({ id, tasks }) => ({ text: `- ${id}: ${tasks.join(' → ')}`, isImportant: false })),
    more: hidden => `… and ${toCount(hidden, 'more lane')}.`,
  }
}

function toDurations({ durations, estimated, criticalPath, tasks }: PlanOverview): string {
  if (estimated === 0) return `critical path: ${criticalPath.length} of ${toCount(tasks.length, 'task')}`
  const parts = durations.map(({ agents, minutes }) => {
    const who = agents === null ? 'unlimited' : toCount(agents, 'agent')
    return `${who} ${Math.round(minutes * 10) / 10} min`
  })
  return parts.join(' · ')
}

function toNoteRows({ addedEdges, notices, advice }: PlanOverview): Block {
  const edges = addedEdges.map(
    ({ from, to, path }) => `added edge: ${from} → ${to} (both may change ${path})`,
  )
  const notes = [...notices, ...(advice === null ? [] : [advice]), ...edges]
  return {
    kind: 'rows',
    head: '### Notes\n',
    rows: notes.map(note => ({ text: `- ${toMarkdownText(note)}`, isImportant: false })),
    more: hidden => `… and ${hidden} more.`,
  }
}
