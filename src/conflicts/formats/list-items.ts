/** Lists whose order matters although their items are single words: later items build on earlier ones, or override them. */
const ordered =
  /^(extends|presets|stages|steps|args|argv|command|cmd|entrypoint|path|middlewares?|channels|repositories|registries|mirrors|order|ordering|priority|pipeline|plugins|styles|scripts|stylesheets|(moduleFile)?extensions|moduleDirectories|mainFields|(custom)?conditions|dns|nameservers|search)$/i

/** Whether the order of a list with this name matters. */
export function isOrderedName(name: string): boolean {
  return ordered.test(name)
}

/**
 * Whether the items of a list are a set, without an order: distinct single words.
 *
 * @param name The key of the list; empty without one.
 */
export function isSet(name: string, items: readonly string[]): boolean {
  return !ordered.test(name) && new Set(items).size === items.length && items.every(isWord)
}

/**
 * Whether an item is independent of its neighbours. White space may make it a command, a leading dash an option with the next item
 * as its value, an exclamation mark an exception from earlier items; a name in `NAME=value` or `80:8080` may occur only once.
 */
export function isWord(item: string): boolean {
  return !/^[-!]|[\s=:]|^CMD(-SHELL)?$/.test(item)
}
