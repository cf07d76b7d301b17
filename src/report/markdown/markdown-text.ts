import { toPlainLine } from '../text/text.ts'

/** Foreign text as Markdown without effect: no markup, links, mentions or references. */
export function toMarkdownText(text: string): string {
  return toPlainLine(text)
    .replace(/[&<>]|[\\`*_{}[\]()#+!|~$-]/g, character =>
      '&<>'.includes(character) ? `&#${character.charCodeAt(0)};` : `\\${character}`,
    )
    .replace(/@/g, '@\u200b')
    .replace(/:\/\//g, ':\u200b//')
    .replaceAll('/actions/', '/\u200bactions/') // only links of ours name workflow runs
    .replace(/\b(www)\./gi, '$1\u200b.')
    .replace(/\\#(?=\d)/g, '\\#\u200b')
}
