import { readFileSync } from 'node:fs'
import type { Environment } from '../../model/plan.ts'

/** The event that started the workflow, as GitHub wrote it. */
export function readEventPayload(env: Environment): unknown {
  return JSON.parse(readFileSync(env.GITHUB_EVENT_PATH ?? '', 'utf8'))
}
