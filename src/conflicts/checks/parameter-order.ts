import { type SyntaxNode, tryParse } from '../syntax/parsers.ts'
import { namedChildren } from '../syntax/rules.ts'
import type { MergedText } from './merged-text.ts'

/** Required parameters or fields after optional ones, as on neither side: Python, PHP, C#, C++ and TypeScript do not allow that. */
export async function findMisplacedParameters({ path, ours, theirs, result }: MergedText): Promise<string[]> {
  if (!/\.(pyi?|php|cs|cpp|cc|cxx|hpp|hh|hxx|h|tsx?|mts|cts)$/i.test(path)) return []
  const merged = await listMisplaced(path, result)
  if (merged.length === 0) return []
  const known = new Set([...(await listMisplaced(path, ours)), ...(await listMisplaced(path, theirs))])
  return merged.filter(name => !known.has(name))
}

const lists = ['parameters', 'formal_parameters', 'parameter_list', 'lambda_parameters']

async function listMisplaced(path: string, text: string): Promise<string[]> {
  const tree = await tryParse(path, text)
  if (tree === undefined) return []
  try {
    const classes = tree.root.descendantsOfType('class_definition').flatMap(node => node ?? [])
    return [
      ...tree.root
        .descendantsOfType(lists)
        .flatMap(list => (list === null ? [] : findLate(toParameters(list)))),
      ...classes.filter(isRecord).flatMap(node => findLate(toFields(node))),
    ]
  } finally {
    tree.free()
  }
}

interface Entry {
  readonly text: string
  readonly isOptional: boolean
}

function findLate(entries: readonly Entry[]): string[] {
  const first = entries.findIndex(({ isOptional }) => isOptional)
  return first === -1
    ? []
    : entries.slice(first).flatMap(({ text, isOptional }) => (isOptional ? [] : [text]))
}

/** Parameters with positions: those before `*`. */
function toParameters(list: SyntaxNode): Entry[] {
  const children = namedChildren(list).filter(({ type }) => !/comment|attribute/.test(type))
  const end = children.findIndex(
    ({ type, text }) => /splat|separator|variadic/.test(type) || /^(\*|params\b|\.\.\.)/.test(text),
  )
  return children.slice(0, end === -1 ? children.length : end).map(child => ({
    text: child.text,
    isOptional:
      child.type === 'optional_parameter' ||
      (child.type !== 'required_parameter' && child.children.some(part => part?.type === '=')),
  }))
}

/** Classes whose fields are the parameters of their constructor. */
function isRecord(node: SyntaxNode): boolean {
  const decorators = node.parent?.type === 'decorated_definition' ? node.parent.text.split('class ')[0] : ''
  const bases = node.childForFieldName('superclasses')?.text ?? ''
  return (
    (/@(\w+\.)*dataclass\b(?!.*kw_only)/.test(decorators ?? '') || /\bNamedTuple\b/.test(bases)) &&
    !/KW_ONLY/.test(node.text)
  )
}

function toFields(node: SyntaxNode): Entry[] {
  const body = node.childForFieldName('body')
  return (body === null ? [] : namedChildren(body)).flatMap(statement => {
    const field = statement.type === 'expression_statement' ? statement.namedChild(0) : null
    const type = field?.childForFieldName('type')
    if (field?.type !== 'assignment' || type == null || /^ClassVar\b/.test(type.text)) return []
    const value = field.childForFieldName('right')?.text
    const isOptional =
      value !== undefined && !(/^field\(/.test(value) && !/\b(default|default_factory|init)\s*=/.test(value))
    return [{ text: field.text, isOptional }]
  })
}
