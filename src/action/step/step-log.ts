import { randomUUID } from 'node:crypto'
import { endGroup, info, startGroup, warning } from '@actions/core'

/** The log of the step. What others wrote is printed so that the runner takes none of it for a command. */
export class StepLog {
  private isOpen = false

  line(text: string): void {
    for (const line of text.split('\n')) info(toHarmlessLine(line))
  }

  /** A remark that the page of the run shows, too. */
  warn(title: string, message: string): void {
    warning(message, { title })
  }

  /** Begins a part that the page folds up; ends the one before. */
  begin(title: string): void {
    this.end()
    startGroup(toHarmlessLine(title))
    this.isOpen = true
  }

  end(): void {
    if (this.isOpen) endGroup()
    this.isOpen = false
  }

  /** Prints foreign lines as they are. Only this process knows the word that makes the runner listen again. */
  foreign(lines: Iterable<string>): void {
    const word = randomUUID()
    info(`::stop-commands::${word}`)
    for (const line of lines) info(line)
    info(`::${word}::`)
  }
}

/**
 * A line in which the runner sees no command: those begin with `::`, or have `##[` anywhere.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function toHarmlessLine(text: string): string {
  return text.replaceAll('##[', '## [').replace(/^(\s*):(?=:)/, '$1: ')
}
