import { stripVTControlCharacters } from 'node:util'

/** The output of a test command, made ready for the readers. */
export interface OutputText {
  /** Without terminal sequences and other control characters. */
  readonly lines: readonly string[]
  /** A path as the output has it, relative to the root if it lies below it. */
  readonly toPath: (path: string) => string
}

/** No runner prints longer lines of its own, except JSON. Longer ones are cut, so that no pattern has to search them. */
const maxLineLength = 4000

/** @param root The absolute path of the folder that the command ran in: it differs between worktrees, ids must not. */
export function toOutputText(text: string, root: string): OutputText {
  const folder = `${root.replace(/\/+$/, '')}/`
  return { lines: toLines(text), toPath: path => toRelative(path, folder) }
}

function toLines(text: string): string[] {
  return stripVTControlCharacters(text)
    .split(/\r\n|\n|\r/)
    .map(line => (isJson(line) ? line : toPlain(line.slice(0, maxLineLength))))
}

function isJson(line: string): boolean {
  return line.startsWith('{')
}

function toPlain(line: string): string {
  return line.replace(/[^\P{Cc}\t]+/gu, '')
}

function toRelative(path: string, folder: string): string {
  const local = path.replace(/^file:\/\//, '')
  return local.startsWith(folder) ? local.slice(folder.length) : local.replace(/^\.\//, '')
}
