/** Lists whose order matters although their items are single words: what comes later continues from, or counts more than, what came before. */
const ordered = /^(extends|presets|stages|steps|args|argv|command|cmd|entrypoint|path|middlewares?)$/i

/** Whether the order of a list with this name has a meaning. */
export function isOrderedName(name: string): boolean {
  return ordered.test(name)
}

/**
 * Whether the items of a list are a set, so that their order does not matter: single words, each once.
 *
 * @param name The key of the list; empty when it has none.
 */
export function isSet(name: string, items: readonly string[]): boolean {
  return !ordered.test(name) && new Set(items).size === items.length && items.every(isWord)
}

/**
 * Whether an item says nothing about its neighbours. What has white space may be a command, what begins with a dash an option that the next
 * item belongs to, with an exclamation mark an exception from those before it; of `NAME=value` or `80:8080` each name may be there once.
 */
export function isWord(item: string): boolean {
  return !/^[-!]|[\s=:]/.test(item)
}
