import type { SyntaxNode } from '../syntax/parsers.ts'
import { areUnequal, type Constant, tryLiteral } from './literals.ts'

/** A comparison of something with a constant. */
export interface Equality {
  readonly subject: string
  readonly constant: Constant
}

/** Whether all conditions compare one thing, and those of one side with other constants than those of the other. */
export function areOtherValues(
  left: readonly (Equality | undefined)[],
  right: readonly (Equality | undefined)[],
): boolean {
  const subjects = new Set([...left, ...right].map(equality => equality?.subject))
  return subjects.size === 1 && areUnequal(left.map(toConstant), right.map(toConstant))
}

function toConstant(equality: Equality | undefined): Constant | undefined {
  return equality?.constant
}

/** Undefined for any other condition. A call may return something else each time. */
export function tryEquality(item: SyntaxNode): Equality | undefined {
  const condition = item.childForFieldName('condition')?.text ?? item.text
  const [, subject, value = ''] =
    /^(?:else\s*if\s*)?\(?\s*([\w$.]+(?:->\w+)*)\s*={2,3}\s*("[^"]*"|'[^']*'|-?[\d.]+|[A-Z][\w.]*)\s*\)?(?:\s*[{:]|$)/.exec(
      condition,
    ) ?? []
  const constant = tryLiteral(value) ?? tryConstantName(value)
  return subject === undefined || constant === undefined ? undefined : { subject, constant }
}

/** A member of an enumeration, or a constant by its spelling. */
function tryConstantName(text: string): Constant | undefined {
  const name = /^(?:[A-Z]\w*\.)+(\w+)$|^([A-Z][A-Z0-9_]+)$/
    .exec(text)
    ?.slice(1)
    .find(part => part !== undefined)
  return name === undefined ? undefined : { kind: 'name', value: name }
}
