import type { SyntaxNode } from '../syntax/parsers.ts'

/** Whether a node is the value of `class` or `className`, in which the order of words has no meaning. */
export function isClassList(node: SyntaxNode): boolean {
  if (!/^(attribute_value|string_fragment)$/.test(node.type)) return false
  const attribute = node.parent?.parent
  return (
    /^(class|className)$/.test(attribute?.firstChild?.text ?? '') && /attribute$/.test(attribute?.type ?? '')
  )
}

/** Whether two sides' classes style different things, as far as names tell: not `btn-primary` beside `btn-large`, nor `flex` beside `hidden`. */
export function areSeparateClasses(left: string, right: string): boolean {
  const [mine, others] = [left, right].map(text => text.trim().split(/\s+/))
  if (mine === undefined || others === undefined || ![...mine, ...others].every(isPlainClass)) return false
  const stems = new Set(mine.map(toStem))
  return !others.some(word => stems.has(toStem(word)))
}

function isPlainClass(word: string): boolean {
  return /^[a-z_][\w-]*$/i.test(word)
}

const layouts =
  /^(block|inline\w*|flex|grid|hidden|table|contents|static|fixed|absolute|relative|sticky|visible|invisible|collapse|show|active|disabled|open|closed)$/

/** Names before the first hyphen say what a class sets; words for a layout or state exclude each other. */
function toStem(word: string): string {
  return layouts.test(word) ? 'layout' : (/^_*[a-z0-9]+/i.exec(word)?.[0] ?? word).toLowerCase()
}
