import { readdirSync } from 'node:fs'
import { readPage } from './pages.ts'

export interface ThrownText {
  readonly path: string
  /** As in the source, with its placeholders. */
  readonly text: string
}

/** The texts that src throws to refuse something, where they are written at the `new` itself. */
export function readThrownTexts(): ThrownText[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .flatMap(path => listTexts(readPage(`src/${path}`)).map(text => ({ path, text })))
}

function listTexts(source: string): string[] {
  return [...source.matchAll(/new (?:RefusedError|NoPlanError|PlanError)\(\s*(?=['"`])/g)].map(match =>
    readLiteral(source, match.index + match[0].length),
  )
}

/** A string or template literal: templates may contain others in their placeholders. */
function readLiteral(source: string, start: number): string {
  const quote = source[start]
  let at = start + 1
  while (at < source.length && source[at] !== quote) {
    if (source[at] === '\\') at += 2
    else if (quote === '`' && source.startsWith('${', at)) at = skipPlaceholder(source, at + 2)
    else at++
  }
  return source.slice(start + 1, at).replaceAll('\\`', '`')
}

function skipPlaceholder(source: string, start: number): number {
  let at = start
  for (let depth = 1; depth > 0; at++) {
    const sign = source[at] ?? ''
    if (sign === '{') depth++
    else if (sign === '}') depth--
    else if (/['"`]/.test(sign)) at += readLiteral(source, at).length + 1
  }
  return at
}
