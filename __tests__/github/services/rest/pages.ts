import type { ApiAnswer, ApiRequest } from './route.ts'

/** One page of a list, with the `link` header to the others. `wrap` puts it into the shape of the answer. */
export function toPage<Item>(
  { query, services: { origin } }: ApiRequest,
  path: string,
  items: readonly Item[],
  wrap: (items: readonly Item[]) => unknown = list => list,
): ApiAnswer {
  const size = Math.min(100, Number(query.get('per_page') ?? 30))
  const page = Number(query.get('page') ?? 1)
  const last = Math.max(1, Math.ceil(items.length / size))
  const link = (to: number, name: string) => {
    const others = new URLSearchParams({ ...Object.fromEntries(query), page: String(to) })
    return `<${origin}/api/v3${path}?${others}>; rel="${name}"`
  }
  const links = [
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
  ]
  const shown = items.slice((page - 1) * size, page * size)
  return {
    status: 200,
    body: wrap(shown),
    ...(links.length > 0 ? { headers: { link: links.join(', ') } } : {}),
  }
}
