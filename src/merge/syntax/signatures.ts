import { toPlainText } from '../members/member.ts'
import type { SyntaxNode, SyntaxTree } from './parsers.ts'
import { namedChildren } from './rules.ts'

/** All signatures of a text, each with those of what it is in, such as `value Server > member listen`. */
export function listSignatures({ rules, root }: SyntaxTree): string[] {
  const signatures: string[] = []
  collect(root, '')
  return signatures

  function collect(container: SyntaxNode, prefix: string): void {
    for (const member of namedChildren(container)) {
      const imports = rules.imports?.isImport(member) ? rules.imports.toImport(member) : undefined
      if (imports !== undefined && imports.specifiers.length > 0) {
        for (const name of imports.specifiers)
          signatures.push(`${prefix}import ${toPlainText(name)} ${imports.source}`)
        continue
      }
      const signature = rules.toSignature(member)
      if (signature !== undefined) signatures.push(prefix + signature)
      const inner = rules.findContainer(member)
      if (inner !== undefined) collect(inner, `${prefix}${signature ?? 'text'} > `)
    }
  }
}
