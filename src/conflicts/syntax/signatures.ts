import type { SyntaxNode, SyntaxTree } from './parsers.ts'
import { type LanguageRules, namedChildren } from './rules.ts'

/** All signatures of a text, each with those of its containers, such as `value Server > member listen`. */
export function listSignatures({ rules, root }: SyntaxTree): string[] {
  return listInside(rules, root, '')
}

function listInside(rules: LanguageRules, container: SyntaxNode, prefix: string): string[] {
  return namedChildren(container).flatMap((member, index) => {
    const own = toSignatures(rules, member).map(signature => prefix + signature)
    const inner = rules.findContainer(member)
    const place = inner?.type === 'literal_value' ? `entry ${index}` : 'text'
    return inner === undefined ? own : [...own, ...listInside(rules, inner, `${prefix}${own[0] ?? place} > `)]
  })
}

/** One for each imported name, to detect that two statements import it. */
function toSignatures(rules: LanguageRules, member: SyntaxNode): string[] {
  const statement = rules.imports?.isImport(member) ? rules.imports.toImport(member) : undefined
  if (statement !== undefined && statement.specifiers.length > 0)
    return statement.specifiers.map(name => `import ${name} ${statement.source}`)
  const signature = rules.toSignature(member)
  return signature === undefined ? [] : [signature]
}
