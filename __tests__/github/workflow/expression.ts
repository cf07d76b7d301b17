import type { data as ExpressionTypes } from '@actions/expressions'
import type { FunctionDefinition } from '@actions/expressions/funcs/info'
import type { Token } from '@actions/expressions/lexer'
import { data, Evaluator, Lexer, Parser } from './official.ts'

/** What an expression may use: contexts by name, as plain values, and functions besides the well-known ones. */
export interface Scope {
  readonly contexts: Readonly<Record<string, unknown>>
  readonly functions?: Readonly<Record<string, (...args: readonly string[]) => boolean | string>>
}

/** The longest expression that GitHub takes, in characters. */
const longestExpression = 21_000

/** Evaluates what stands between `${{` and `}}` to a plain value. */
export function evaluate(expression: string, scope: Scope): unknown {
  return toPlain(evaluateToData(expression, scope))
}

/** Evaluates an expression to the text that it has inside of other text. */
export function evaluateToText(expression: string, scope: Scope): string {
  return evaluateToData(expression, scope).coerceString()
}

/** Evaluates a condition: empty text, zero, null and false are not true. */
export function isTrue(expression: string, scope: Scope): boolean {
  return Boolean(evaluate(`!!(${expression})`, scope))
}

function evaluateToData(expression: string, scope: Scope): ExpressionTypes.ExpressionData {
  if (expression.length > longestExpression) {
    throw new Error(`Exceeded max expression length ${longestExpression}`)
  }
  const functions = Object.entries(scope.functions ?? {}).map(([name, call]) => toDefinition(name, call))
  const tree = new Parser(toTokens(expression), Object.keys(scope.contexts), functions).parse()
  const byName = new Map(functions.map(definition => [definition.name, definition]))
  return new Evaluator(tree, toDictionary(scope.contexts), byName).evaluate()
}

/** The tokens of an expression. The lexer forgets to turn doubled quotes into single ones after the first. */
function toTokens(expression: string): Token[] {
  const { tokens } = new Lexer(expression).lex()
  return tokens.map(token =>
    token.lexeme.startsWith("'")
      ? { ...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'") }
      : token,
  )
}

function toDefinition(
  name: string,
  call: (...args: readonly string[]) => boolean | string,
): FunctionDefinition {
  return {
    name: name.toLowerCase(),
    minArgs: 0,
    maxArgs: 255,
    call: (...args) => toData(call(...args.map(arg => arg.coerceString()))),
  }
}

function toDictionary(contexts: Readonly<Record<string, unknown>>): ExpressionTypes.Dictionary {
  const pairs = Object.entries(contexts).map(([key, value]) => ({ key, value: toData(value) }))
  return new data.Dictionary(...pairs)
}

function toData(value: unknown): ExpressionTypes.ExpressionData {
  return JSON.parse(JSON.stringify(value ?? null), data.reviver)
}

function toPlain(value: ExpressionTypes.ExpressionData): unknown {
  return JSON.parse(JSON.stringify(value, data.replacer))
}
