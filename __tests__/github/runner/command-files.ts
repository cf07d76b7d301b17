import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { CommandFileError, readCommandFile } from './command-file.ts'
import type { JobState } from './job-state.ts'
import type { LogReader } from './log-reader.ts'

const kinds = ['output', 'env', 'path', 'state', 'step_summary'] as const

/** The largest summary of a step, in bytes. */
const largestSummary = 1024 * 1024

/** The files of one step behind `GITHUB_OUTPUT` and its like. */
export class CommandFiles {
  private readonly paths: Readonly<Record<(typeof kinds)[number], string>>

  constructor(state: JobState) {
    const rows = kinds.map(kind => [kind, state.newCommandFile(kind)] as const)
    this.paths = Object.fromEntries(rows) as CommandFiles['paths']
    for (const path of Object.values(this.paths)) writeFileSync(path, '')
  }

  toVariables(): Record<string, string> {
    return Object.fromEntries(kinds.map(kind => [`GITHUB_${kind.toUpperCase()}`, this.paths[kind]]))
  }

  /** Takes over what the step wrote. Throws when a file does not follow its format. */
  apply(state: JobState, reader: LogReader): void {
    for (const folder of this.read('path').split(/\r?\n/)) if (folder !== '') state.addPath(folder)
    const env = this.readValues('env')
    if ('NODE_OPTIONS' in env) {
      throw new CommandFileError("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.")
    }
    Object.assign(state.env, env)
    Object.assign(reader.outputs, this.readValues('output'))
    Object.assign(reader.state, this.readValues('state'))
  }

  private readValues(kind: 'env' | 'output' | 'state'): Record<string, string> {
    try {
      return readCommandFile(this.read(kind))
    } catch (cause) {
      const text = `Unable to process file command '${kind}' successfully. ${(cause as Error).message}`
      throw new CommandFileError(text, { cause })
    }
  }

  /** The summary of the step. One that is too large is lost; the step does not fail by that. */
  readSummary(reader: LogReader): string {
    const size = statSync(this.paths.step_summary, { throwIfNoEntry: false })?.size ?? 0
    if (size <= largestSummary) return this.read('step_summary')
    const message = `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${Math.ceil(size / 1024)}k.`
    reader.annotate({ level: 'error', message })
    return ''
  }

  private read(kind: (typeof kinds)[number]): string {
    try {
      return readFileSync(this.paths[kind], 'utf8')
    } catch {
      return '' // the step has removed it
    }
  }

  remove(): void {
    for (const path of Object.values(this.paths)) rmSync(path, { force: true, recursive: true })
  }
}
