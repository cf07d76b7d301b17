import { toComparableText } from '../members/member.ts'
import type { SyntaxNode } from '../syntax/parsers.ts'

/** The name of an item, or its text without one. */
export function toIdentity(item: SyntaxNode): string {
  if (/^(script_|style_)?element$/.test(item.type)) return toElementIdentity(item)
  if (/^jsx_(self_closing_)?element$/.test(item.type)) return toSiblingIdentity(item)
  if (item.type === 'jsx_attribute') return item.firstChild?.text ?? item.text
  if (item.firstChild?.type === 'attribute_name') return item.firstChild.text.toLowerCase()
  if (keyed.test(item.type)) return toPlainName(toKey(item).text)
  if (/^(delegation|inheritance)_specifier$/.test(item.type)) return item.text.replace(/[<(].*/s, '')
  const own = /^(class_)?parameter$/.test(item.type) ? item.namedChildren.find(isPlainWord) : undefined
  if (own != null) return toPlainName(own.text)
  const key = /^(array_element_initializer|element_initializer)$/.test(item.type) && /=>/.test(item.text)
  if (key) return toPlainName(item.namedChild(0)?.text ?? item.text)
  const name = ['name', 'key', 'field', 'pattern', 'value', 'condition', 'left']
    .map(field => item.childForFieldName(field)?.text)
    .find(text => text !== undefined)
  return toPlainName(name ?? item.text)
}

function isPlainWord(node: SyntaxNode | null): boolean {
  return node?.type === 'simple_identifier'
}

function toPlainName(text: string): string {
  return toComparableText(text)
    .toLowerCase()
    .replace(/^:?(["'])(.*)\1$|^:(?=\w)/, '$2')
    .replace(/[_-]|s$/g, '')
}

/** Items that begin with their name, which is no field of the grammar. */
const keyed =
  /^(initializer_expression|infix_expression|value_argument|attribute_argument|assignment_expression|with_initializer|generic_name)$/

function toKey(item: SyntaxNode): SyntaxNode {
  const first = item.namedChild(0)
  return first !== null && keyed.test(item.type) ? toKey(first) : item
}

/** What distinguishes an element from its neighbours: where it leads, or its name; its text without either. */
function toElementIdentity(item: SyntaxNode): string {
  const [single] =
    /^<(meta charset|link\b[^>]*\srel\s*=\s*["']?canonical|base|option\b[^>]*\sselected)\b/i.exec(
      item.text,
    ) ?? []
  if (single !== undefined) return single.replace(/\s.*\s/s, ' ')
  const [, value] = /\b(?:id|name|property|href|src|value)\s*=\s*["']?([^"'\s>]+)/.exec(item.text) ?? []
  return value === undefined ? toComparableText(item.text) : `${toTag(item)} ${value}`
}

/** What distinguishes an element of JSX: its component, and its key, path or name. */
function toSiblingIdentity(item: SyntaxNode): string {
  const head = (item.childForFieldName('open_tag') ?? item).text
  const [, value] =
    /\s(?:key|id|path|to|href|name|value|label|title|src)=("[^"]*"|'[^']*'|\{[^{}]*\})/.exec(head) ?? []
  const tag = /^<([\w.-]+)/.exec(head)?.[1] ?? ''
  if (value !== undefined) return `${tag} ${toPlainName(value)}`
  return /^[A-Z]/.test(tag) ? tag : toComparableText(item.text)
}

/** The name of an element of a page. */
export function toTag(element: SyntaxNode): string {
  return /^<([\w-]+)/.exec(element.text)?.[1]?.toLowerCase() ?? ''
}
