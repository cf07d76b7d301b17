import { type SyntaxNode, tryParse } from '../syntax/parsers.ts'
import { namedChildren } from '../syntax/rules.ts'
import { countItems } from '../text/count-items.ts'
import type { MergedText } from './merged-text.ts'

/** Functions with calls that no longer match their parameters, but did on each side. */
export async function findStaleCalls({ path, ours, theirs, result }: MergedText): Promise<string[]> {
  const merged = await tryReadCalls(path, result)
  const left = await tryReadCalls(path, ours)
  const right = await tryReadCalls(path, theirs)
  if (merged === undefined || left === undefined || right === undefined) return []
  const sides = [left, right]
  return [...merged.functions].flatMap(([name, parameters]) => {
    const wrong = countWrong(name, parameters, merged.calls)
    const wasWrong = sides.some(({ functions, calls }) => {
      const own = functions.get(name)
      return own === undefined || countWrong(name, own, calls) >= wrong
    })
    const isRebound = sides.some(side => isReboundBy(name, parameters, side, merged.calls))
    return (wrong > 0 && !wasWrong) || isRebound ? [name] : []
  })
}

export interface Parameter {
  readonly name: string
  readonly isOptional: boolean
  /** Takes all remaining arguments. */
  readonly isRest: boolean
}

export interface Call {
  readonly name: string
  readonly text: string
  /** Number of positional arguments; undefined if it cannot be counted. */
  readonly count: number | undefined
  readonly named: number
}

export interface Calls {
  /** Functions that are declared once. */
  readonly functions: ReadonlyMap<string, readonly Parameter[]>
  readonly calls: readonly Call[]
}

/** Number of calls that do not match the parameters. */
export function countWrong(name: string, parameters: readonly Parameter[], calls: readonly Call[]): number {
  const required = parameters.filter(({ isOptional, isRest }) => !isOptional && !isRest).length
  const most = parameters.some(({ isRest }) => isRest) ? Number.POSITIVE_INFINITY : parameters.length
  const isWrong = ({ count, named }: Call) =>
    count !== undefined && (count > most || count + named < required)
  return calls.filter(call => call.name === name && isWrong(call)).length
}

/** Whether a side's call now binds to other parameters, because both sides added some. */
function isReboundBy(
  name: string,
  parameters: readonly Parameter[],
  side: Calls,
  calls: readonly Call[],
): boolean {
  const own = side.functions.get(name)
  if (own === undefined) return false
  const known = new Set(calls.filter(call => call.name === name).map(({ text }) => text))
  return side.calls.some(call => {
    if (call.name !== name || call.count === undefined || !known.has(call.text)) return false
    const toFirst = (list: readonly Parameter[]) =>
      list
        .slice(0, call.count)
        .map(parameter => parameter.name)
        .join()
    return (
      call.count <= own.length && own.length !== parameters.length && toFirst(own) !== toFirst(parameters)
    )
  })
}

/** Undefined without a grammar. */
export async function tryReadCalls(path: string, text: string): Promise<Calls | undefined> {
  const tree = await tryParse(path, text)
  if (tree === undefined) return undefined
  try {
    return readCalls(tree.root)
  } finally {
    tree.free()
  }
}

const functionTypes = [
  'function_declaration',
  'function_definition',
  'function_item',
  'method_definition',
  'method_declaration',
  'generator_function_declaration',
  'method',
  'constructor_declaration',
  'record_declaration',
  'class_declaration',
]
const callTypes = [
  'call_expression',
  'object_creation_expression',
  'call',
  'method_invocation',
  'invocation_expression',
  'function_call_expression',
]

function readCalls(root: SyntaxNode): Calls {
  const declared = root.descendantsOfType(functionTypes).flatMap(node => {
    const [name, list] = node === null ? [] : [findName(node)?.text, findParameters(node)]
    const isKnown = list !== undefined || node?.type === 'method'
    if (name === undefined || !isKnown) return []
    return [{ name, parameters: list === undefined ? [] : toParameters(list) }]
  })
  const counts = countItems(declared.map(({ name }) => name))
  const functions = declared
    .filter(({ name }) => counts.get(name) === 1)
    .map(({ name, parameters }) => [name, parameters] as const)
  const calls = root.descendantsOfType(callTypes).flatMap(node => (node === null ? [] : toCall(node)))
  return { functions: new Map(functions), calls }
}

/** Kotlin has no fields for these. */
function findName(node: SyntaxNode): SyntaxNode | undefined {
  return (
    node.childForFieldName('name') ??
    namedChildren(node).find(({ type }) => /^(simple|type)_identifier$/.test(type))
  )
}

/** Parameters of a function, or of a class with a constructor in its head. */
function findParameters(node: SyntaxNode): SyntaxNode | undefined {
  const heads = /^(function_value_parameters|primary_constructor|parameter_list)$/
  return node.childForFieldName('parameters') ?? namedChildren(node).find(({ type }) => heads.test(type))
}

function toParameters(list: SyntaxNode): Parameter[] {
  const isFlat = list.type === 'function_value_parameters'
  return namedChildren(list)
    .filter(
      child => !/comment|self_parameter|attribute/.test(child.type) && !/^(self|cls|this)\b/.test(child.text),
    )
    .filter(child => !/^(keyword_separator|positional_separator)$/.test(child.type))
    .filter(child => !isFlat || child.type === 'parameter')
    .flatMap(child =>
      toNames(child).map(name => ({
        name,
        isOptional:
          /default|optional/.test(child.type) ||
          child.nextSibling?.type === '=' ||
          /[^=]=[^=>]|\?\s*:/.test(child.text),
        isRest:
          /splat|rest|variadic|spread/.test(child.type) ||
          child.previousSibling?.type === 'parameter_modifiers' ||
          /^(\.\.\.|\*|vararg\b)|\.\.\./.test(child.text),
      })),
    )
}

/** Several if parameters share a type, as in `a, b int`. */
function toNames(child: SyntaxNode): string[] {
  const names = child
    .childrenForFieldName('name')
    .flatMap(name => name?.text ?? [])
    .filter(name => name !== ',')
  if (names.length > 0) return names
  const own = namedChildren(child).find(({ type }) => type === 'simple_identifier')
  return [(child.childForFieldName('pattern') ?? own ?? child.namedChild(0) ?? child).text]
}

function toCall(node: SyntaxNode): Call[] {
  const fields = ['function', 'name', 'method', 'type'].map(field => node.childForFieldName(field))
  const suffix = namedChildren(node).find(({ type }) => type === 'call_suffix')
  const callee =
    fields.find(field => field !== null) ?? (suffix === undefined ? undefined : node.namedChild(0))
  const list = node.childForFieldName('arguments') ?? suffix?.namedChildren.find(isArguments)
  const name = /([\p{L}\p{N}_$]+)$/u.exec(callee?.text ?? '')?.[1]
  if (name === undefined || list == null) return []
  const items = namedChildren(list).filter(child => !/comment/.test(child.type))
  const named = items.filter(isNamedArgument).length
  const isOpen = items.some(({ type, text }) => /splat|spread/.test(type) || /^(\*|\.\.\.)/.test(text))
  return [{ name, text: node.text, count: isOpen ? undefined : items.length - named, named }]
}

function isArguments(node: SyntaxNode | null): boolean {
  return node?.type === 'value_arguments'
}

function isNamedArgument(item: SyntaxNode): boolean {
  if (item.type === 'value_argument') return item.children.some(child => child?.type === '=')
  if (item.type === 'argument') return item.childForFieldName('name') !== null
  return /^(keyword_argument|named_argument)$/.test(item.type)
}
