import { listAddedLines, type MergedText, toTrimmedLines } from './merged-text.ts'

/** Types of Rust with an order or memory layout that their members set, if both sides added members at one place. */
export function findOrderedMembers({ path, base, ours, theirs, result }: MergedText): string[] {
  if (!path.endsWith('.rs')) return []
  const [before, left, right] = [base, ours, theirs].map(readOrderedTypes)
  return [...readOrderedTypes(result)].flatMap(([name, body]) => {
    const known = before?.get(name) ?? ''
    const [mine, others] = [left, right].map(types => new Set(listAddedLines(known, types?.get(name) ?? '')))
    const lines = toTrimmedLines(body)
    const isBoundary = (line: string, index: number) => {
      const next = lines[index + 1] ?? ''
      return (mine?.has(line) && others?.has(next)) || (others?.has(line) && mine?.has(next))
    }
    return lines.some(isBoundary) ? [name] : []
  })
}

const head =
  /((?:#\[[^\]\n]{0,300}\]\s*(?:\/\/[^\n]*\s*)*)+)(?:pub(?:\([^)\n]{0,100}\))?\s+)?(?:struct|enum|union)\s+(\w+)[^{;(]{0,1000}\{/g

/** The body of each type, by its name. */
function readOrderedTypes(text: string): Map<string, string> {
  const types = new Map<string, string>()
  for (const { 0: whole, 1: attributes = '', 2: name = '', index } of text.matchAll(head))
    if (/\brepr\(\s*(C|packed)\b|\b(PartialOrd|Ord)\b/.test(attributes))
      types.set(name, toBody(text, index + whole.length))
  return types
}

function toBody(text: string, start: number): string {
  let depth = 1
  let end = start
  for (; end < text.length && depth > 0; end++) depth += text[end] === '{' ? 1 : text[end] === '}' ? -1 : 0
  return text.slice(start, end - 1)
}
