import type { Report, TaskReport } from '../../model/report.ts'
import { toNodeName } from './plan-graph.ts'

/** A Mermaid Gantt chart of measured times; undefined if nothing ran. Tasks that never started are left out. */
export function tryGantt({ tasks }: Report): string | undefined {
  const bars = Object.entries(tasks)
    .flatMap(([id, task]) => tryTimes(id, task) ?? [])
    .sort((a, b) => a.start - b.start)
  if (bars.length === 0) return undefined
  return ['gantt', '  dateFormat x', '  axisFormat %H:%M:%S', ...bars.map(toLine)].join('\n')
}

/** Times in milliseconds since 1970. */
interface Bar {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly isFine: boolean
}

function tryTimes(id: string, { startedAt, finishedAt, landing, outcome }: TaskReport): Bar | undefined {
  const [start, end] = [Date.parse(startedAt ?? ''), Date.parse(finishedAt ?? '')]
  if (Number.isNaN(start) || Number.isNaN(end)) return undefined
  const isFine = landing === 'landed' || (landing === 'none' && outcome === 'no-changes')
  return { id, start, end: Math.max(end, start + 1), isFine }
}

/** The sign keeps an id such as `section` from being a Mermaid keyword. */
function toLine({ id, start, end, isFine }: Bar): string {
  return `  ${isFine ? '✓' : '✗'} ${id} :${isFine ? 'done' : 'crit'}, ${toNodeName(id)}, ${start}, ${end}`
}
