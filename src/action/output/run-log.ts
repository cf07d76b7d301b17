import { openAgentReader } from '../../agents/agent-start.ts'
import { readTail } from '../../agents/process/log-file.ts'
import type { Agent, Plan, TaskId } from '../../model/plan.ts'
import type { EmitEvent, RunEvent } from '../../model/run-event.ts'
import { tryPlainLine } from '../../report/terminal/plain-line.ts'
import type { StepLog } from '../step/step-log.ts'

/** The printed part of a task's log. The runner keeps all of it, and the run a part. */
const mostLogBytes = 1 << 20

/** Shows a run in the log of a step: a line an event, a group for each ended task's log, and a group for the integration. */
export function toRunLog(log: StepLog, plan: Plan): EmitEvent {
  let isIntegrating = false
  return event => {
    if (!isIntegrating && isOfIntegration(event)) {
      isIntegrating = true
      log.begin('Merge and test')
    }
    if (event.kind === 'task-started' || event.kind === 'task-ended') log.end()
    const line = tryPlainLine(event)
    if (line !== undefined) log.line(line)
    if (event.kind === 'waiting') log.begin(`Waiting for prerequisites of ${event.task}`) // the artifact client logs a lot
    if (event.kind === 'task-ended') printLog(log, plan, event.task, event.result.log)
  }
}

function isOfIntegration({ kind }: RunEvent): boolean {
  return kind === 'merged' || kind === 'not-merged' || kind === 'tests-started'
}

function printLog(log: StepLog, plan: Plan, id: TaskId, path: string | null): void {
  const task = plan.tasks.find(task => task.id === id)
  const lines = path === null ? [] : readTail(path, 0, mostLogBytes)
  if (task === undefined || lines.length < 2) return // one line says how it ended, which was just printed
  log.begin(`Log of ${id}`)
  log.foreign(readWords(lines, plan.agents[task.agent]))
  log.end()
}

/** The text in an agent's JSON output. */
function* readWords(lines: readonly string[], agent: Agent | undefined): Generator<string> {
  const reader = agent === undefined || agent.kind === 'command' ? undefined : openAgentReader(agent)
  for (const line of lines) {
    const words = reader !== undefined && line.startsWith('{') ? reader.take(line) : line
    if (words !== undefined) yield words
  }
}
