import { toLines } from '../text/lines.ts'
import type { Three } from '../text/three-way.ts'

/** Puts as many blank lines before each heading as on the side that it is from. */
export function spaceHeadings(text: string, [, ours, theirs]: Three<string>): string {
  const [mine, others] = [countBlanks(toLines(ours)), countBlanks(toLines(theirs))]
  const spaced: string[] = []
  for (const line of toLines(text)) {
    const wanted = isHeading(line) ? (mine.get(line.trimEnd()) ?? others.get(line.trimEnd())) : undefined
    if (wanted !== undefined && spaced.length > 0) {
      while (isBlank(spaced.at(-1))) spaced.pop()
      spaced.push(...Array.from({ length: wanted }, () => '\n'))
    }
    spaced.push(line)
  }
  return spaced.join('')
}

/** The blank lines before each heading that is there once. */
function countBlanks(lines: readonly string[]): ReadonlyMap<string, number | undefined> {
  const counts = new Map<string, number | undefined>()
  for (const [index, line] of lines.entries()) {
    if (!isHeading(line)) continue
    let blanks = 0
    while (index - blanks > 0 && isBlank(lines[index - blanks - 1])) blanks++
    const heading = line.trimEnd()
    counts.set(heading, counts.has(heading) ? undefined : blanks)
  }
  return counts
}

function isHeading(line: string): boolean {
  return /^#{1,6} /.test(line)
}

function isBlank(line: string | undefined): boolean {
  return line?.trim() === ''
}
