/**
 * Whether the items of a list are a set, so that their order does not matter: single words, each once. What has white space may be a
 * command, what begins with a dash an option that the next item belongs to, and of `NAME=value` or `80:8080` each name may be there once.
 */
export function isSet(items: readonly string[]): boolean {
  return new Set(items).size === items.length && items.every(isWord)
}

/** Whether an item says nothing about its neighbours. */
export function isWord(item: string): boolean {
  return !/^-|[\s=:]/.test(item)
}
