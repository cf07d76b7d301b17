import braces from 'braces'

/** Part of a name: a text, exactly one character, or any number of characters. */
type Step = { readonly kind: 'text' | 'one'; readonly pattern: RegExp | string } | { readonly kind: 'many' }

/** A folder or file in a glob; undefined: any number of folders. */
type Segment = readonly Step[] | undefined

const mostAlternatives = 200

/**
 * A matcher for a glob of names, wildcards, classes of characters and alternatives. Its time is the product of the lengths: a regular
 * expression with several wildcards takes hours for a long name, and agents choose names. Undefined: the glob has other parts, such as
 * `+(a|b)`.
 */
export function tryPlainMatcher(glob: string): ((path: string) => boolean) | undefined {
  const alternatives = repeats.test(glob) ? undefined : tryAlternatives(glob)
  if (alternatives === undefined) return undefined
  const all: (readonly Segment[])[] = []
  for (const alternative of alternatives) {
    const segments = trySegments(alternative)
    if (segments === undefined) return undefined
    all.push(segments)
  }
  return path => path === glob || all.some(segments => matches(segments, path.split('/')))
}

function tryAlternatives(glob: string): readonly string[] | undefined {
  if (!/[{}]/.test(glob)) return [glob]
  const isSimple =
    /^(?:[^{}\\]|\{[^{}\\,.]*(?:\.(?!\.)[^{}\\,.]*)*(?:,[^{}\\,.]*(?:\.(?!\.)[^{}\\,.]*)*)+\})*$/
  const lists = glob.match(/\{[^{}]*\}/g) ?? []
  const count = lists.reduce((product, list) => product * list.split(',').length, 1)
  return isSimple.test(glob) && count <= mostAlternatives ? braces(glob, { expand: true }) : undefined
}

function trySegments(glob: string): readonly Segment[] | undefined {
  const segments: Segment[] = []
  // At the end, it stands for at least one name: a folder is not in itself.
  const parts = `/${glob}`.endsWith('/**') ? `${glob}/*` : glob
  for (const part of parts.split('/')) {
    if (part === '**') segments.push(undefined)
    else {
      const steps = trySteps(part)
      if (steps === undefined) return undefined
      segments.push(steps)
    }
  }
  return segments
}

const token = /\\([*?[\]{}()!+@|])|\[([\w-]+)\]|(\*)(?!\*)|(\?)|([^*?[\]{}()|"\\])/sy
/** picomatch repeats what is before such a `+`. */
const repeats = /[\]})*?]\+/

/** The steps of a name; undefined if it has other parts. */
function trySteps(part: string): Step[] | undefined {
  const steps: Step[] = []
  if (part === '' || /[?*+@!]\(/.test(part)) return undefined
  for (let at = 0; at < part.length; at = token.lastIndex) {
    token.lastIndex = at
    const found = token.exec(part)
    if (found === null) return undefined
    const [, escaped, list, many, one, plain] = found
    const text = escaped ?? plain
    if (text !== undefined) steps.push({ kind: 'text', pattern: text })
    else if (one !== undefined) steps.push({ kind: 'one', pattern: /^/ })
    else if (many !== undefined) steps.push({ kind: 'many' })
    else steps.push({ kind: 'one', pattern: new RegExp(`^[${list}]$`) })
  }
  return steps
}

function matches(segments: readonly Segment[], names: readonly string[]): boolean {
  return meets(
    segments,
    names,
    segment => segment === undefined,
    (segment, name) => isName(segment ?? [], name),
  )
}

function isName(steps: readonly Step[], name: string): boolean {
  if (name === '') return false
  return meets(steps, name.split(''), ({ kind }) => kind === 'many', isCharacter)
}

function isCharacter(step: Step, character: string): boolean {
  if (step.kind === 'many') return false
  return typeof step.pattern === 'string' ? step.pattern === character : step.pattern.test(character)
}

/** Whether items match a pattern in which some parts stand for any number of them: only the last such part has to be tried again. */
function meets<P, I>(
  parts: readonly P[],
  items: readonly I[],
  isMany: (part: P) => boolean,
  isMatch: (part: P, item: I) => boolean,
): boolean {
  let [part, item, lastMany, triedFrom] = [0, 0, -1, 0]
  while (item < items.length) {
    const now = parts[part]
    if (part < parts.length && isMany(now as P)) {
      lastMany = part++
      triedFrom = item
    } else if (part < parts.length && isMatch(now as P, items[item] as I)) {
      part++
      item++
    } else if (lastMany === -1) return false
    else {
      part = lastMany + 1
      item = ++triedFrom
    }
  }
  while (part < parts.length && isMany(parts[part] as P)) part++
  return part === parts.length
}
