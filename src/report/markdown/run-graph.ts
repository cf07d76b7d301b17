import type { Report, TaskReport } from '../../model/report.ts'
import type { Node } from '../../plan/graph/graph.ts'
import { toLabel, toNodeName } from './plan-graph.ts'

/** Readable on light and dark pages. */
const colours = {
  landed: 'fill:#1a7f37,stroke:#1a7f37,color:#ffffff',
  conflicted: 'fill:#9a6700,stroke:#9a6700,color:#ffffff',
  evicted: 'fill:#8250df,stroke:#8250df,color:#ffffff',
  held: 'fill:#57606a,stroke:#57606a,color:#ffffff',
  none: 'fill:#cf222e,stroke:#cf222e,color:#ffffff',
  idle: 'fill:#eaeef2,stroke:#57606a,color:#24292f',
} as const

/** The run as a Mermaid flowchart, coloured by the landing of each branch. Dotted edges come from overlapping scopes. */
export function toRunGraph(tasks: readonly Node[], report: Report): string {
  const known = tasks.filter(({ id }) => report.tasks[id] !== undefined)
  const nodes = known.map(({ id }) => toNode(id, report.tasks[id] as TaskReport))
  const edges = known.flatMap(({ id, needs, after }) => [
    ...needs.map(other => `  ${toNodeName(other)} --> ${toNodeName(id)}`),
    ...after.map(other => `  ${toNodeName(other)} -.-> ${toNodeName(id)}`),
  ])
  const classes = Object.entries(colours).map(([name, style]) => `  classDef ${toClassName(name)} ${style}`)
  return ['flowchart LR', ...nodes, ...edges, ...classes].join('\n')
}

function toNode(id: string, task: TaskReport): string {
  const words = task.landing === 'none' ? task.outcome : task.landing
  return `  ${toNodeName(id)}["${toLabel(`${id}: ${words}`)}"]:::${toClassName(toColour(task))}`
}

function toColour({ landing, outcome }: TaskReport): keyof typeof colours {
  if (landing !== 'none') return landing
  return ['no-changes', 'blocked', 'cancelled'].includes(outcome) ? 'idle' : 'none'
}

/** Words such as `end` and `class` are Mermaid keywords. */
function toClassName(name: string): string {
  return `is_${name}`
}
