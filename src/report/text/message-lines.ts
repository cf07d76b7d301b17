import type { Report } from '../../model/report.ts'
import { toPlainLine } from './text.ts'

/** Per task, so that one with many messages leaves room for others. */
const mostOfTask = 5
const longestLine = 300

/** Messages between agents, by task. */
export function toMessageLines({ run, tasks }: Report): string[] {
  return Object.entries(tasks).flatMap(([id, { messages }]) => {
    const shown = messages.slice(0, mostOfTask)
    const lines = shown.map(({ to, text }) => cut(toPlainLine(`${id} told ${to}: ${text}`)))
    const more = messages.length - shown.length
    const where = `${id} sent ${more} more messages: git log refs/parallel-agents/${run}/messages/${id}`
    return more > 0 ? [...lines, where] : lines
  })
}

function cut(line: string): string {
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line
}
