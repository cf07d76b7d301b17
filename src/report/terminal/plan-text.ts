import { cutLines } from '../text/forecast-lines.ts'
import type { AgentOverview, PlanOverview } from '../text/plan-overview.ts'
import { fitColumns, padColumns, toCount, toShortList, widest } from '../text/text.ts'
import { toDurationText } from '../text/timing-text.ts'
import type { Paint } from './paint.ts'
import { type TreeLine, toTree } from './plan-tree.ts'

/** The plan for a terminal: agents, order, and estimated time. */
export function toPlanText(overview: PlanOverview, paint: Paint): string {
  const blocks = [
    toHead(overview, paint),
    toTaskLines(overview, paint),
    [toDurationText(overview), ...toLevelLine(overview), ...toNotes(overview, paint)]
      .map(line => `  ${line}`)
      .join('\n'),
  ]
  return blocks.join('\n\n')
}

function toHead({ plan, tasks, target }: PlanOverview, paint: Paint): string {
  const where = target === null ? '' : ` · target ${target.branch} @ ${target.commit.slice(0, 7)}`
  return `${paint.bold(plan)} · ${toCount(tasks.length, 'task')}${where}`
}

const widestScope = 60

function toTaskLines({ tasks, levels }: PlanOverview, paint: Paint): string {
  const rows = toTree(tasks, levels).map(line => ({ line, cells: toCells(line) }))
  const widths = [0, 1, 2, 3].map(column => widest(rows.map(({ cells }) => cells[column] ?? '')))
  return rows
    .map(({ line, cells }) => {
      const columns = widths.map((width, index) =>
        padColumns(cells[index] ?? '', width, index === 2 ? 'left' : 'right'),
      )
      const others =
        line.others.length === 0
          ? ''
          : `   ${paint.dim(`${line.branch.endsWith('⋯ ') ? 'waits' : 'also waits'} for ${toShortList(line.others, ', ')}`)}`
      return `  ${columns.join('   ').trimEnd()}${others}`
    })
    .join('\n')
}

function toCells({ task, branch }: TreeLine): string[] {
  const issue = task.issue === null ? '' : `  #${task.issue}`
  const estimate = task.estimateMinutes === null ? '' : `~${task.estimateMinutes} min`
  const scope = task.files === null ? 'any file' : toShortList(task.files, ' ')
  return [`${branch}${task.id}${issue}`, task.agent, estimate, fitColumns(scope, widestScope)]
}

function toLevelLine({ levels }: PlanOverview): string[] {
  if (levels.length < 2) return []
  const sizes = levels.map(level => String(level.length))
  return [`levels: ${toShortList(sizes, ' → ')} (tasks that can run in parallel)`]
}

function toNotes({ addedEdges, agents, advice, notices }: PlanOverview, paint: Paint): string[] {
  return [
    ...agents.map(toAgentLine),
    ...toAddedEdges(addedEdges),
    ...notices.map(notice => `note: ${notice}`),
    ...(advice === null ? [] : [paint.yellow(advice)]),
  ]
}

function toAgentLine({ name, use, via, reason }: AgentOverview): string {
  const who = name === use ? name : `${name} (${use})`
  return `${who}: ${via === 'acp' ? 'runs through the Agent Client Protocol' : 'runs as a command line'}, because ${reason}`
}

const shownEdges = 6

function toAddedEdges(edges: PlanOverview['addedEdges']): string[] {
  if (edges.length === 0) return []
  const lines = edges.map(({ from, to, path }) => `added edge: ${from} → ${to}  (both may change ${path})`)
  return [...cutLines(lines, shownEdges), 'set `overlap: warn` to run them in parallel']
}
