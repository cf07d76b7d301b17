/** The named parts of a path by a pattern: `:name` is one segment, `*name` the rest. Undefined when it does not match. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/')
  const given = path.split('/')
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    if (part.startsWith('*')) {
      params[part.slice(1)] = decodeURIComponent(given.slice(index).join('/'))
      return index < given.length ? params : undefined
    }
    const segment = given[index]
    if (segment === undefined) return undefined
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(segment)
    else if (part !== segment) return undefined
  }
  return given.length === wanted.length ? params : undefined
}
