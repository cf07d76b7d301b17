/** Calls that set what runs before others: middleware without a path of its own. */
const middleware =
  /^(?:await\s+)?(?:\w+\.)*(?:use\((?!\s*["'`]\/)|Use\w*\(|add_?middleware\(|addHook\(|addFilter\w*\(|interceptors\.\w+\.use\()/

/** Calls that run after the middleware before them. */
const handlers =
  /^(?:await\s+)?(?:\w+\.)*(?:use|all|get|post|put|patch|delete|route|mount|register|Use\w*|Map\w*|Get|Post|Put|Delete|Handle\w*|GET|POST|PUT|DELETE|add_?middleware|include_router|addHook|addFilter\w*|interceptors\.\w+\.use)\(/

/** Routes that take what no route before them took. */
const catchAll =
  /^[\w.:$>-]*\b(?:get|all|any|match|use|route|path|fallback)\b\s*\(?\s*["'`][^"'`]*(?:\*|<path:|:path\}|\(\.\*\))/

/** Words whose calls run in their order, or in the reverse order. */
const ordered: readonly RegExp[] = [
  /^(defer)\s/,
  /^((?:prepend_|append_)?(?:before|after|around)_\w+|rescue_from)\s/,
  /^[\w.]*(add_argument)\(\s*["'][^"'-]/,
  /^(?:[\w.]*\.)?(argument|positional)\(/,
  /^\.?(arg)\(\s*Arg::new\((?!.*\.(?:long|short)\()/s,
]

/** Whether the order of two calls of different sides matters although they use nothing of each other. */
export function areOrderedCalls(left: readonly string[], right: readonly string[]): boolean {
  const isBefore = (side: readonly string[], other: readonly string[]) =>
    side.some(text => middleware.test(text)) && other.some(text => handlers.test(text))
  if (left.some(text => right.some(other => changeOneState(text, other)))) return true
  const words = new Set(left.flatMap(toWord))
  if ([...left, ...right].some(text => catchAll.test(text))) return true
  return isBefore(left, right) || isBefore(right, left) || right.flatMap(toWord).some(word => words.has(word))
}

/** Methods that change what other calls of the same object do. */
const changing =
  /^(sort|reverse|pop|shift|clear|reset|send|status|redirect|end|write|flush|commit|rollback|refresh|begin|open|connect|close|start|stop|lock|unlock|save)$/i

function changeOneState(text: string, other: string): boolean {
  const [, object, method = ''] = methodCall.exec(text) ?? []
  const [, otherObject, otherMethod = ''] = methodCall.exec(other) ?? []
  return (
    object !== undefined && object === otherObject && (changing.test(method) || changing.test(otherMethod))
  )
}

const methodCall = /^(?:await\s+)?([\w$]+(?:\.[\w$]+)*)\.([\w$]+)\(/

function toWord(text: string): string[] {
  return ordered.flatMap(pattern => pattern.exec(text)?.[1] ?? [])
}
