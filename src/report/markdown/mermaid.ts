/** Limits of Mermaid as GitHub sets them: https://mermaid.js.org/config/schema-docs/config.html */
const mostCharacters = 50_000
const mostEdges = 500

/** A diagram as Markdown; undefined if it exceeds what GitHub draws. */
export function tryMermaid(diagram: string): string | undefined {
  const edges = diagram.split('\n').filter(line => / -(-|\.-)> /.test(line)).length
  if (diagram.length > mostCharacters || edges > mostEdges) return undefined
  return ['```mermaid', diagram, '```'].join('\n')
}
