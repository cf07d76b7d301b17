import { createLogUpdate } from 'log-update'
import type { RunEvent } from '../../model/run-event.ts'
import { steadyNow } from '../../model/timing/steady-clock.ts'
import { toFrame } from '../../report/terminal/live-frame.ts'
import { emptyState, type LiveState, withEvent } from '../../report/terminal/live-state.ts'
import { tryPlainLine } from '../../report/terminal/plain-line.ts'
import { wrapSentence } from '../../report/text/text.ts'
import type { RunDisplay } from './run-display.ts'
import { type Terminal, withProgram } from './terminal.ts'

const redrawMilliseconds = 100

/** A row a task, updated in place. */
export class LiveDisplay implements RunDisplay {
  private readonly terminal: Terminal
  private readonly screen = createLogUpdate(process.stderr)
  private readonly timer: NodeJS.Timeout
  private state: LiveState = emptyState
  private lines = 0

  constructor(terminal: Terminal) {
    this.terminal = terminal
    this.timer = setInterval(() => this.draw(), redrawMilliseconds)
    this.timer.unref()
  }

  readonly emit = (event: RunEvent): void => {
    this.state = withEvent(this.state, event, steadyNow())
    if (event.kind === 'notice') this.printAbove(tryPlainLine(event) ?? '')
  }

  close(): void {
    clearInterval(this.timer)
    if (this.terminal.isAnswerSeen) this.clear()
    else this.draw()
    this.screen.done()
    if (!this.terminal.isAnswerSeen) this.terminal.narrate('')
  }

  private printAbove(line: string): void {
    this.clear()
    const { narrationPaint, program } = this.terminal
    const parts = wrapSentence(withProgram(line, program), (process.stderr.columns ?? 80) - 2)
    for (const [index, part] of parts.entries())
      this.terminal.narrate(narrationPaint.dim(index === 0 ? part : `  ${part}`))
    this.draw()
  }

  private draw(): void {
    if (this.state.tasks.size === 0) return
    const { columns = 80, rows = 24 } = process.stderr
    const frame = toFrame(this.state, { columns, rows, paint: this.terminal.narrationPaint }, steadyNow())
    const lines = frame.split('\n').length
    // log-update loses the last line if new lines appear above it.
    if (lines !== this.lines) this.clear()
    this.lines = lines
    this.screen(frame)
  }

  private clear(): void {
    this.screen.clear()
    this.lines = 0
  }
}
