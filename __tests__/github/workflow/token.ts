import type {
  BasicExpressionToken,
  BooleanToken,
  MappingToken,
  NumberToken,
  SequenceToken,
  StringToken,
  TemplateToken,
} from '@actions/workflow-parser/templates/tokens/index'
import { evaluate, evaluateToText, type Scope } from './expression.ts'

/** A node of a parsed file that may hold expressions. */
export type Token = TemplateToken

/** The kinds of tokens, by the numbers that the parser gives them. */
const string = 0
const sequence = 1
const mapping = 2
const expression = 3
const insertion = 4
const nothing = 7

/** The value under a key; undefined if there is none. */
export function child(token: Token | undefined, ...path: readonly string[]): Token | undefined {
  let found = token
  for (const key of path) found = isMapping(found) ? found.find(key) : undefined
  return found
}

/** Keys and values of a mapping, none for anything else. */
export function entries(token: Token | undefined): (readonly [key: string, value: Token])[] {
  return isMapping(token) ? [...token].map(({ key, value }) => [key.toString(), value] as const) : []
}

export function isMapping(token: Token | undefined): token is MappingToken {
  return token?.templateTokenType === mapping
}

function isString(token: Token): token is StringToken {
  return token.templateTokenType === string
}

function isSequence(token: Token): token is SequenceToken {
  return token.templateTokenType === sequence
}

function isExpression(token: Token): token is BasicExpressionToken {
  return token.templateTokenType === expression
}

/** The text of a token that holds no expression; undefined when there is no token. */
export function literal(token: Token | undefined): string | undefined {
  if (token === undefined || token.templateTokenType === nothing) return undefined
  if (isExpression(token)) throw new Error(`An expression is not allowed here: ${token.toString()}`)
  return token.toString()
}

/** The plain value of a token, with its expressions evaluated. Undefined when there is no token. */
export function toValue(token: Token | undefined, scope: Scope): unknown {
  if (token === undefined) return undefined
  if (isString(token)) return token.value
  if (isExpression(token)) return evaluate(token.expression, scope)
  if (isSequence(token)) return [...token].map(item => toValue(item, scope))
  if (isMapping(token))
    return Object.fromEntries(entries(token).map(([key, value]) => [key, toValue(value, scope)]))
  if (token.templateTokenType === insertion) throw new Error('insert expressions are not supported')
  return token.templateTokenType === nothing ? null : (token as BooleanToken | NumberToken).value
}

/** The text of a token, with its expressions evaluated. Undefined when there is no token. */
export function toText(token: Token | undefined, scope: Scope): string | undefined {
  if (token === undefined) return undefined
  if (isExpression(token)) return evaluateToText(token.expression, scope)
  return token.templateTokenType === nothing ? '' : token.toString()
}

/** The texts of a mapping's values. */
export function toTexts(token: Token | undefined, scope: Scope): Record<string, string> {
  if (token !== undefined && isExpression(token)) return asTexts(evaluate(token.expression, scope))
  return Object.fromEntries(entries(token).map(([key, value]) => [key, toText(value, scope) ?? '']))
}

function asTexts(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(value ?? {}).map(([key, text]) => [key, String(text ?? '')]))
}

/** True when a token, or one inside of it, is an expression. */
export function hasExpression(token: Token | undefined): boolean {
  return token !== undefined && JSON.stringify(token).includes('"expr":')
}
