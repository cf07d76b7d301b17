import { isOrderedName } from '../formats/list-items.ts'
import type { SyntaxNode } from '../syntax/parsers.ts'

/** Whether the name of a list, or the call that it is for, says that its order matters. */
export function isOrderedList(container: SyntaxNode, items: readonly SyntaxNode[]): boolean {
  const name = findListName(container, items.every(isSpreadList))
  return name !== undefined && (isOrderedName(name) || orderedHolders.test(name))
}

/** A spread list, such as the options of a program, is not part of the list around it. */
function isSpreadList({ type }: SyntaxNode): boolean {
  return /^(spread_element|list_splat|splat_argument|variadic_argument)$/.test(type)
}

/** Annotations that run what they list, and arguments of programs. */
const orderedHolders =
  /^\w*(Extend\w*|Interceptors?|Filters?|Order\w*|Listeners?)$|(args|argv|arguments|cmd|command|commandline)$/i

/** How far a list can be from its name. */
const maxDepth = 10

/**
 * The key, variable or annotation whose value is a list, perhaps inside of calls and creations; `command` for the arguments of a
 * program, unless they are whole lists themselves.
 */
function findListName(container: SyntaxNode, areLists: boolean): string | undefined {
  let holder = container.parent
  for (let depth = 0; holder !== null && depth < maxDepth; depth++) {
    if (!areLists && isCommand(holder)) return 'command'
    const name = calls.test(holder.type) ? undefined : tryName(holder)
    if (name !== undefined) return name.replace(/\W/g, '')
    if (!between.test(holder.type)) return undefined
    holder = holder.parent
  }
  return undefined
}

const calls =
  /^(call|call_expression|invocation_expression|method_invocation|function_call_expression|object_creation_expression|new_expression)$/
const between =
  /creation|call|arguments?$|argument_list$|array|invocation|literal|expression_list|variadic|new_expression/

function tryName(holder: SyntaxNode): string | undefined {
  const fields = ['key', 'name', 'left', 'target'].map(field => holder.childForFieldName(field))
  const variable =
    holder.type === 'property_declaration'
      ? holder.namedChildren.find(child => child?.type === 'variable_declaration')
      : undefined
  return (fields.find(node => node !== null) ?? variable)?.text
}

/** A call that runs a program, or functions in the order of their names. */
function isCommand(node: SyntaxNode): boolean {
  if (!calls.test(node.type)) return false
  const fields = ['function', 'method', 'name', 'type', 'constructor'].map(field =>
    node.childForFieldName(field),
  )
  const callee = (fields.find(field => field !== null) ?? node.namedChild(0))?.text ?? ''
  return programs.test(callee) || /^(prepend_|append_)?(before|after|around)_/.test(callee)
}

const programs =
  /(spawn|exec|run|system|popen|command|args|check_call|check_output|process|processbuilder|processstartinfo|sh)(sync|file)?$/i
