import { randomUUID } from 'node:crypto'
import { endGroup, info, startGroup, warning } from '@actions/core'

/** The log of the step. Foreign text is printed without workflow commands. */
export class StepLog {
  private isOpen = false

  line(text: string): void {
    for (const line of text.split(/[\r\n]/)) info(toHarmlessLine(line))
  }

  /** A warning that the page of the run also shows. */
  warn(title: string, message: string): void {
    warning(message, { title })
  }

  /** Begins a foldable group, and ends the previous one. */
  begin(title: string): void {
    this.end()
    startGroup(toHarmlessLine(title))
    this.isOpen = true
  }

  end(): void {
    if (this.isOpen) endGroup()
    this.isOpen = false
  }

  /** Prints foreign lines unchanged. Only this process knows the token that makes the runner parse commands again. */
  foreign(lines: Iterable<string>): void {
    const word = randomUUID()
    info(`::stop-commands::${word}`)
    for (const line of lines) info(line)
    info(`::${word}::`)
  }
}

/**
 * A line without workflow commands: those begin with `::` after what .NET counts as white space, or have `##[` anywhere.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function toHarmlessLine(text: string): string {
  return text.replaceAll('##[', '## [').replace(/^([\s\u0085]*):(?=:)/, '$1: ')
}
