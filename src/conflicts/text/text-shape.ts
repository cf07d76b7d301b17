import type { TextConflict } from './text-conflict.ts'

/** A text's properties besides its lines. */
interface Shape {
  readonly hasByteOrderMark: boolean
  readonly endOfLine: string
  readonly endsWithNewline: boolean
}

/** A conflict without differences in line ends, and the way back. */
export interface PlainConflict {
  /** Its lines end with `\n`, including the last. */
  readonly conflict: TextConflict
  /** Restores the line ends of a merged text: those of the side that changed them, or the original ones. */
  readonly restore: (text: string) => string
}

/** Why texts cannot be merged: too long, or with a zero byte. Undefined: they can. */
export function findUnfit(texts: readonly string[]): string | undefined {
  if (texts.some(text => text.length > maxLength)) return 'the file is too long'
  if (texts.some(text => text.includes('\0'))) return 'the file is not text'
  if (texts.some(isTooDeep)) return 'its brackets are nested too deeply'
  return undefined
}

/** Text by people has no deeper brackets; recursive readers would run out of stack, or of time. */
const maxDepth = 2000

function isTooDeep(text: string): boolean {
  let depth = 0
  for (const bracket of text.match(/[()[\]{}]/g) ?? []) {
    depth = '([{'.includes(bracket) ? depth + 1 : Math.max(0, depth - 1)
    if (depth > maxDepth) return true
  }
  return false
}

/** Longer texts are left to people: comparing them takes too long. In UTF-16 code units. */
const maxLength = 500_000

/** Undefined if a version has mixed line endings, which cannot be separated from its content. */
export function tryPlainConflict(conflict: TextConflict): PlainConflict | undefined {
  const versions = [conflict.base ?? conflict.ours, conflict.ours, conflict.theirs]
  if (versions.some(isMixed)) return undefined
  const [base, ours, theirs] = versions.map(toShape) as [Shape, Shape, Shape]
  const merge = <K extends keyof Shape>(key: K): Shape[K] => (ours[key] === base[key] ? theirs : ours)[key]
  const mark = merge('hasByteOrderMark') ? byteOrderMark : ''
  const endOfLine = merge('endOfLine')
  const endsWithNewline = merge('endsWithNewline')
  return {
    conflict: {
      ...conflict,
      base: conflict.base === undefined ? undefined : toPlain(conflict.base),
      ours: toPlain(conflict.ours),
      theirs: toPlain(conflict.theirs),
    },
    restore: text => mark + (endsWithNewline ? text : text.replace(/\n$/, '')).replaceAll('\n', endOfLine),
  }
}

const byteOrderMark = '\uFEFF'

function isMixed(text: string): boolean {
  return /(^|[^\r])\n/.test(text) && text.includes('\r\n')
}

function toShape(text: string): Shape {
  return {
    hasByteOrderMark: text.startsWith(byteOrderMark),
    endOfLine: text.includes('\r\n') ? '\r\n' : '\n',
    endsWithNewline: text === '' || text.endsWith('\n'),
  }
}

function toPlain(text: string): string {
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  return plain === '' || plain.endsWith('\n') ? plain : `${plain}\n`
}
