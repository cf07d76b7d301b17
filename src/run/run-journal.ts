import * as z from 'zod'
import { appendToPlainFile, readPlainText, removePlain } from '../files/plain-file.ts'
import type { EmitEvent, RunEvent } from '../model/run-event.ts'

const task = z.string()
const text = z.string()

/** The events that are recorded nowhere else on this machine: results are on refs, progress and output in separate files. */
const journaledEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('task-started'), task, attempts: z.number().int() }),
  z.object({ kind: z.literal('attempt-started'), task, attempt: z.number().int() }),
  z.object({
    kind: z.literal('phase'),
    task,
    phase: z.enum(['setup', 'plan', 'agent', 'gates', 'test', 'review', 'back-off']),
  }),
  z.object({ kind: z.literal('parked'), task, reason: text, until: text.nullable() }),
  z.object({ kind: z.literal('refused'), task, attempt: z.number().int(), reason: text }),
  z.object({
    ...{ kind: z.literal('transient-error'), task, reason: text },
    ...{ seconds: z.number(), byOther: z.boolean().default(false) },
  }),
  z.object({ kind: z.literal('merged'), task }),
  z.object({ kind: z.literal('resolving'), task, agent: text, paths: z.array(text) }),
  z.object({ kind: z.literal('not-merged'), task, landing: z.enum(['conflicted', 'held']), reason: text }),
  z.object({ kind: z.literal('tests-started'), what: text, run: z.number().int() }),
  z.object({ kind: z.literal('tests-ended'), passed: z.boolean(), seconds: z.number() }),
  z.object({ kind: z.literal('evicted'), task, reason: text }),
])
const entrySchema = z.object({ at: z.number(), event: journaledEvent })

/** An event, with its time in milliseconds since 1970. */
export interface JournalEntry {
  readonly at: number
  readonly event: RunEvent
}

const journaledKinds = new Set<string>(journaledEvent.options.map(option => option.shape.kind.value))

/** Records events while a process works on a run, for `status` in another terminal. It begins empty, and nothing else depends on it. */
export function withJournal(path: string, emit: EmitEvent): EmitEvent {
  removePlain(path)
  return event => {
    emit(event)
    if (!journaledKinds.has(event.kind)) return
    try {
      appendToPlainFile(path, `${JSON.stringify({ at: Date.now(), event })}\n`)
    } catch {
      // A full disk costs the journal, not the run.
    }
  }
}

/** The events of the current or last process of a run. Unreadable lines are skipped. */
export function readJournal(path: string): JournalEntry[] {
  return readPlainText(path)
    .split('\n')
    .flatMap(line => {
      const entry = tryReadEntry(line)
      return entry === undefined ? [] : [entry]
    })
}

function tryReadEntry(line: string): JournalEntry | undefined {
  try {
    return entrySchema.parse(JSON.parse(line))
  } catch {
    return undefined // the last line of a killed process
  }
}
