import { readPlainText } from '../../files/plain-file.ts'
import type { Usage } from '../../model/usage.ts'
import { toActivity } from './activity.ts'
import type { AgentSignal, EventReader, ReportedError } from './agent-signal.ts'
import { tryJson } from './json-at.ts'
import { UsageMeter } from './usage-meter.ts'

/** The lines that are searched for the reason of a failure. */
const rememberedLines = 50

/** Reads the output of one agent process, line by line. */
export class AgentReader {
  private readonly read: EventReader | undefined
  private readonly meter = new UsageMeter()
  private readonly background = new Set<string>()
  /** The last lines that are not events, the newest last: stderr. */
  readonly plainLines: string[] = []
  /** The last activities, the newest last. */
  readonly said: string[] = []
  /** The last error that it has not recovered from. */
  error: ReportedError | undefined
  /** Whether the last relevant event says that it has finished; undefined: there was none. */
  isDone: boolean | undefined
  turns = 0
  /** Completed share of its own plan. */
  percent: number | undefined
  session: string | undefined
  isSession = false
  model: string | undefined
  version: string | undefined
  /** It has announced to wait until then (performance.now()). */
  waitsUntil = 0

  /** @param read Undefined for agents that print text. */
  constructor(read: EventReader | undefined) {
    this.read = read
  }

  /** Takes a line; returns the agent's activity in a few words, if the line shows it. */
  take(line: string): string | undefined {
    const event = this.read === undefined ? undefined : tryJson(line)
    const activity = event === undefined ? this.takePlain(line) : this.takeSignal(this.read?.(event) ?? {})
    if (activity !== undefined) remember(this.said, activity)
    return activity
  }

  /** Takes the file that a CLI has written instead of events. */
  takeFile(path: string, read: EventReader | undefined): void {
    const content = tryJson(readPlainText(path).trim())
    if (content !== undefined && read !== undefined) this.takeSignal(read(content))
  }

  /** Whether agents in the background still work. */
  get hasBackground(): boolean {
    return this.background.size > 0
  }

  /** @param isWhole Whether the process ended by itself. */
  usage(isWhole: boolean): Usage {
    return this.meter.toUsage(isWhole)
  }

  private takePlain(line: string): string | undefined {
    const text = toActivity(line)
    if (text !== undefined) remember(this.plainLines, text)
    return text
  }

  private takeSignal(signal: AgentSignal): string | undefined {
    if (signal.usage !== undefined) this.meter.take(signal.usage)
    if (signal.error !== undefined) this.error = toStanding(this.error, signal.error)
    if (signal.done !== undefined) this.isDone = signal.done
    if (signal.turn) this.turns++
    if (signal.waitMs !== undefined) this.waitsUntil = performance.now() + signal.waitMs
    if (signal.background !== undefined) this.noteBackground(signal.background)
    this.percent = signal.percent ?? this.percent
    this.isSession ||= signal.isSession === true
    this.session = signal.session ?? this.session
    this.model = signal.model ?? this.model
    this.version = signal.version ?? this.version
    return signal.activity === undefined ? undefined : toActivity(signal.activity)
  }

  private noteBackground({ id, isOpen }: NonNullable<AgentSignal['background']>): void {
    if (isOpen) this.background.add(id)
    else this.background.delete(id)
  }
}

/** Agents often report a limit twice: with its reset time, then in words. */
function toStanding(before: ReportedError | undefined, now: ReportedError | null): ReportedError | undefined {
  if (now === null) return undefined
  if (before?.resetsAt === undefined || now.resetsAt !== undefined) return now
  return { ...now, kind: now.kind ?? before.kind, resetsAt: before.resetsAt }
}

function remember(lines: string[], line: string): void {
  lines.push(line)
  if (lines.length > rememberedLines) lines.shift()
}
