import { type Hunk, toHunks } from '../text/lines.ts'
import { isSameToken, isWordToken, type Token } from './tokens.ts'

/**
 * A side's replacements, word by word. Hunks with only punctuation between them are joined: brackets and commas of different
 * statements match by chance.
 */
export function toTokenHunks(base: readonly Token[], side: readonly Token[]): Hunk[] {
  const hunks: Hunk[] = []
  for (const hunk of toHunks(base, side, isSameToken)) {
    const last = hunks.at(-1)
    if (last !== undefined && !isApart(last, hunk, base))
      hunks[hunks.length - 1] = { ...hunk, baseStart: last.baseStart, start: last.start }
    else hunks.push(toLineStart(hunk, last, [base, side]))
  }
  return hunks
}

function isApart(last: Hunk, hunk: Hunk, base: readonly Token[]): boolean {
  return base.slice(last.baseEnd, hunk.baseStart).some(isWordToken)
}

/** An ambiguous insertion or removal begins at the start of a line, if possible. */
function toLineStart(
  hunk: Hunk,
  last: Hunk | undefined,
  [base, side]: readonly [readonly Token[], readonly Token[]],
): Hunk {
  const isInsertion = hunk.baseStart === hunk.baseEnd
  if (!isInsertion && hunk.start !== hunk.end) return hunk
  const [tokens, first, end] = isInsertion
    ? [side, hunk.start, hunk.end]
    : [base, hunk.baseStart, hunk.baseEnd]
  const room = isInsertion ? hunk.start - (last?.end ?? 0) : hunk.baseStart - (last?.baseEnd ?? 0)
  for (let by = 0; by <= Math.min(maxSlide, room); by++) {
    if (by > 0 && tokens[first - by]?.text !== tokens[end - by]?.text) return hunk
    if (tokens[first - by]?.space.includes('\n') || first === by) return shift(hunk, by)
  }
  return hunk
}

/** The maximum distance of moving an insertion, in words. */
const maxSlide = 20

function shift({ baseStart, baseEnd, start, end }: Hunk, by: number): Hunk {
  return { baseStart: baseStart - by, baseEnd: baseEnd - by, start: start - by, end: end - by }
}
