/** The output of a test command, made ready for the readers. */
export interface OutputText {
  readonly text: string
  /** Whether the output was so long that its beginning is left out. */
  readonly isCut: boolean
  /** Without terminal sequences and other control characters. */
  readonly lines: readonly string[]
  /** A path as the output has it, relative to the root if it lies below it. */
  readonly toPath: (path: string) => string
}

/** No runner prints longer lines of its own, except JSON. Longer ones are cut, so that no pattern has to search them. */
const maxLineLength = 4000
/** Of more than this the end is kept: counts and lists of failures stand there, and tell that something is missing. */
const maxLength = 64_000_000
const maxLines = 1_000_000

/** @param root The absolute path of the folder that the command ran in: it differs between worktrees, ids must not. */
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

/** The line end of Windows goes, and what a progress bar wrote over. */
function withoutOverwritten(line: string): string {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line
  return text.slice(text.lastIndexOf('\r') + 1)
}

function isJson(line: string): boolean {
  return line.startsWith('{')
}

/**
 * What a terminal would obey. Unlike the pattern behind stripVTControlCharacters of node:util, this one takes linear time for
 * sequences that do not end.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal sequences are what is taken out
const sequence = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])/g

export function toPlain(line: string): string {
  return line.replace(sequence, '').replace(/[^\P{Cc}\t]+/gu, '')
}

function toRelative(path: string, folder: string): string {
  const local = path.replace(/^file:\/\//, '')
  return local.startsWith(folder) ? local.slice(folder.length) : local.replace(/^\.\//, '')
}
