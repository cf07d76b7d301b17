import picomatch from 'picomatch'
import { tryPlainMatcher } from './plain-glob.ts'

const options: picomatch.PicomatchOptions = { dot: true, strictSlashes: true, nonegate: true, flags: 's' }

/** Whether a path (with `/`, from the top of the repository) matches the globs. */
export type PathMatcher = (path: string) => boolean

/** `!glob` excludes paths that other globs include, at any position in the list. */
export function toMatcher(globs: readonly string[]): PathMatcher {
  const { included, excluded } = splitGlobs(globs)
  const includes = included.flatMap(toReadings).map(compile)
  const excludes = excluded.flatMap(toReadings).map(compile)
  return path => {
    const name = path.normalize('NFC')
    return includes.some(is => is(name)) && !excludes.some(is => is(name))
  }
}

function compile(glob: string): PathMatcher {
  return tryPlainMatcher(glob) ?? picomatch(glob, options)
}

/**
 * `[...slug]` is the name of a folder in Next.js and SvelteKit, and a class of characters in a glob: both count. So do both ways to
 * write an accent.
 */
export function toReadings(glob: string): string[] {
  const plain = escapeParentheses(glob.normalize('NFC'))
  return plain.includes('[') ? [plain, plain.replace(/(?<!\\)[[\]]/g, '\\$&')] : [plain]
}

/**
 * Parentheses belong to names, as in `app/(group)/page.tsx`, unless one of `?*+@!` precedes them. picomatch reads them as those of a
 * regular expression.
 */
export function escapeParentheses(glob: string): string {
  const open: boolean[] = []
  return glob.replace(/\\.|\[[^\]]*\]|[()]/gs, (part, at: number) => {
    if (part !== '(' && part !== ')') return part
    if (part === '(') open.push(/[?*+@!]/.test(glob[at - 1] ?? ''))
    const isPattern = part === '(' ? open.at(-1) : open.pop()
    return isPattern === true ? part : `\\${part}`
  })
}

export function splitGlobs(globs: readonly string[]): { included: string[]; excluded: string[] } {
  return {
    included: globs.filter(glob => !glob.startsWith('!')),
    excluded: globs.filter(glob => glob.startsWith('!')).map(glob => glob.slice(1)),
  }
}

/** The problem of a glob and its correction; undefined if it is good. */
export function tryGlobProblem(glob: string): string | undefined {
  const body = glob.startsWith('!') ? glob.slice(1) : glob
  if (body.trim() === '') return 'is empty'
  if (body.startsWith('/'))
    return `must be relative to the top of the repository: write \`${body.replace(/^\/+/, '')}\``
  if (body.startsWith('./')) return `must not begin with "./": write \`${body.slice(2)}\``
  if (body.split('/').includes('..')) return 'must not leave the repository with ".."'
  if (body.endsWith('/')) return `matches no file: write \`${body}**\` for everything in that folder`
  if (/\\(?![*?[\]{}()!+@|\\])/.test(body)) return 'contains "\\": separate folders with "/"'
  if (/[\0\r\n]/.test(body)) return 'contains a control character'
  if (!isBalanced(body)) return 'has a bracket or brace that is not closed'
  return undefined
}

function isBalanced(glob: string): boolean {
  const closers: Record<string, string> = { '{': '}', '[': ']', '(': ')' }
  const expected: string[] = []
  for (const character of glob.replace(/\\./g, '')) {
    if (character === expected.at(-1)) expected.pop()
    else if (expected.at(-1) === ']') continue
    else if (character in closers) expected.push(closers[character] as string)
    else if ('})'.includes(character)) return false // a further `]` is one of a name, as in `[[...slug]]`
  }
  return expected.length === 0
}
