/** What `checkout.env` may name in braces. `{port}` is the first port, `{port.1}` the one after it. */
const placeholderPattern = /\{([a-z]+(?:\.\d+)?)\}/g

/** Fills in a text. Placeholders without a value stay. */
export function fillIn(template: string, values: ReadonlyMap<string, string>): string {
  return template.replace(placeholderPattern, (whole, name: string) => values.get(name) ?? whole)
}

/** The placeholders of a text, without braces. */
export function listPlaceholders(template: string): string[] {
  return [...template.matchAll(placeholderPattern)].map(match => match[1] as string)
}
