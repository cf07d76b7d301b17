/** The output of a test command, prepared for the readers. */
export interface OutputText {
  readonly text: string
  /** Whether the beginning of a long output is missing. */
  readonly isCut: boolean
  /** Without terminal sequences and other control characters. */
  readonly lines: readonly string[]
  /** A path of the output, relative to the root if it is below it. */
  readonly toPath: (path: string) => string
}

/** No runner prints longer lines, except JSON. Longer ones are cut, to keep patterns fast. */
const maxLineLength = 4000
/** Only the end of a longer output is kept: it holds counts and lists of failures, which show that something is missing. */
const maxLength = 64_000_000
const maxLines = 1_000_000

/** @param root The absolute path of the command's working directory: it differs between worktrees, ids must not. */
export function toOutputText(text: string, root: string): OutputText {
  const folder = `${root.replace(/\/+$/, '')}/`
  const end = takeLastLines(text.slice(-maxLength))
  return {
    text: end,
    isCut: end.length < text.length,
    lines: end.split('\n').map(toLine),
    toPath: path => toRelative(path, folder),
  }
}

function takeLastLines(text: string): string {
  let start = text.length
  for (let count = 0; count < maxLines && start > 0; count++) start = text.lastIndexOf('\n', start - 1)
  return text.slice(Math.max(start, 0))
}

function toLine(text: string): string {
  const line = withoutOverwritten(text)
  return isJson(line) ? line : toPlain(line.slice(0, maxLineLength))
}

/** Removes the line end of Windows and text that a progress bar overwrote. */
function withoutOverwritten(line: string): string {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line
  return text.slice(text.lastIndexOf('\r') + 1)
}

function isJson(line: string): boolean {
  return line.startsWith('{')
}

/**
 * Terminal sequences. Unlike the pattern behind stripVTControlCharacters of node:util, this one takes linear time for sequences that
 * do not end.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removes terminal sequences
const sequence = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])/g

export function toPlain(line: string): string {
  return line.replace(sequence, '').replace(/[^\P{Cc}\t]+/gu, '')
}

function toRelative(path: string, folder: string): string {
  const local = path.replace(/^file:\/\//, '')
  return local.startsWith(folder) ? local.slice(folder.length) : local.replace(/^\.\//, '')
}
