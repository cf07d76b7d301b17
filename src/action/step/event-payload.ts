import { readFileSync } from 'node:fs'
import type { Environment } from '../../model/plan.ts'

/** The event that started the workflow, as GitHub wrote it. Undefined outside of a workflow. */
export function tryEventPayload({ GITHUB_EVENT_PATH: path }: Environment): unknown {
  return path ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
