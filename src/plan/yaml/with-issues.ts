import { parseDocument } from 'yaml'
import type { TaskId } from '../../model/plan.ts'

/** The text of a plan with tasks described by issues instead of prompts. Comments and order stay. */
export function withIssues(text: string, issues: ReadonlyMap<TaskId, number>): string {
  const document = parseDocument(text)
  for (const [task, issue] of issues) {
    if (document.getIn(['tasks', task, 'issue']) === issue) continue
    document.setIn(['tasks', task, 'issue'], issue)
    for (const key of ['prompt', 'prompt-file']) document.deleteIn(['tasks', task, key])
  }
  return document.toString({ lineWidth: 110 })
}
