import { StringDecoder } from 'node:string_decoder'
import type { JsonObject } from '../output/json-at.ts'
import { OutputLog } from '../process/output-log.ts'
import type { SessionEvent } from './acp-events.ts'

/** Longer texts and lists of an update are cut: outputs of tools and complete files do not belong in a log. */
const longestText = 2000
const longestList = 40

/** An agent's text arrives in small parts; it is written as one line at this length, or after a pause. */
const fullText = 2000
const pauseMilliseconds = 400

const mostLastLines = 50

/** Updates without information about the work. */
const silent = [
  'available_commands_update',
  'config_option_update',
  'current_mode_update',
  'session_info_update',
  'user_message_chunk',
  'agent_thought_chunk',
]

/** The log of a session during one attempt: the agent's stderr as text, and events as JSON. */
export class SessionLog {
  private log: OutputLog | undefined
  private decoder = new StringDecoder('utf8')
  private printed = ''
  private said = ''
  private timer: NodeJS.Timeout | undefined
  /** The last lines of text: where an agent says why it exits. */
  lastLines: string[] = []

  open(path: string, onLines: (lines: readonly string[]) => void): void {
    this.log = new OutputLog(path, onLines)
  }

  /** Logs nothing between attempts. */
  close(): void {
    this.flush()
    if (this.printed !== '') this.writeText(this.printed)
    this.printed = ''
    this.log?.close()
    this.log = undefined
  }

  /** Takes the agent's stderr, in complete lines, so that it does not mix with events. */
  take(chunk: Buffer): void {
    const text = this.printed + this.decoder.write(chunk)
    const end = text.lastIndexOf('\n') + 1
    if (end > 0) this.writeText(text.slice(0, end - 1))
    this.printed = text.slice(end).slice(-(1 << 20))
  }

  add(event: SessionEvent): void {
    this.flush()
    this.write(JSON.stringify(event))
  }

  addUpdate(update: JsonObject): void {
    if (silent.includes(String(update.sessionUpdate))) return
    this.flush()
    this.write(JSON.stringify(update, shorten))
  }

  addText(text: string): void {
    this.said += text
    if (this.said.length >= fullText) this.flush()
    else this.timer ??= setTimeout(() => this.flush(), pauseMilliseconds)
  }

  private flush(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    const text = this.said.trim()
    this.said = ''
    if (text !== '') this.write(JSON.stringify({ acp: 'message', text } satisfies SessionEvent))
  }

  private writeText(text: string): void {
    this.lastLines = [...this.lastLines, ...text.split('\n')].slice(-mostLastLines)
    this.write(text)
  }

  private write(line: string): void {
    this.log?.take(Buffer.from(`${line}\n`))
  }
}

function shorten(_key: string, value: unknown): unknown {
  if (typeof value === 'string' && value.length > longestText) return `${value.slice(0, longestText)}…`
  if (Array.isArray(value) && value.length > longestList) return value.slice(0, longestList)
  return value
}
