/** Any text as one word for `sh`. */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** A command of plain words, separated by spaces; undefined if the shell would do more than run it. */
export function toPlainWords(command: string): string[] | undefined {
  const words = command.trim().split(/ +/)
  return words.every(word => /^[\w@%+=:,./-]+$/.test(word)) ? words : undefined
}

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'place'; readonly name: string }

/**
 * Splits a shell command at its placeholders: `npx jest {files} -t {names}`. Undefined if one is in a place where a quoted word
 * would not be one: inside quotes, backquotes, a here-document or `$'…'`.
 */
export function splitTemplate(template: string, names: readonly string[]): TemplatePart[] | undefined {
  const isHard = template.includes('<<') || template.includes("$'") || template.includes('`')
  const place = new RegExp(`^\\{(${names.join('|')})\\}`)
  const parts: TemplatePart[] = []
  let quote = ''
  let text = ''
  for (let at = 0; at < template.length; at++) {
    const character = template.charAt(at)
    const name = place.exec(template.slice(at, at + 20))?.[1]
    if (name !== undefined) {
      if (quote !== '' || isHard) return undefined
      parts.push({ kind: 'text', text }, { kind: 'place', name })
      text = ''
      at += name.length + 1
      continue
    }
    if (character === '\\' && quote !== "'") text += template.charAt(at++)
    else quote = toQuote(quote, character)
    text += template.charAt(at)
  }
  return [...parts, { kind: 'text', text }]
}

function toQuote(quote: string, character: string): string {
  if (character !== '"' && character !== "'") return quote
  if (quote === '') return character
  return quote === character ? '' : quote
}
