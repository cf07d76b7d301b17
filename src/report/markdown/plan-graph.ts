import type { PlanOverview } from '../text/plan-overview.ts'

/** The plan as a Mermaid flowchart. Dotted edges come from overlapping scopes. */
export function toPlanGraph({ tasks }: PlanOverview): string {
  const nodes = tasks.map(
    ({ id, title }) => `  ${toNodeName(id)}["${toLabel(title === id ? id : `${id}: ${title}`)}"]`,
  )
  const edges = tasks.flatMap(({ id, needs, after }) => [
    ...needs.map(other => `  ${toNodeName(other)} --> ${toNodeName(id)}`),
    ...after.map(other => `  ${toNodeName(other)} -.-> ${toNodeName(id)}`),
  ])
  return ['flowchart LR', ...nodes, ...edges].join('\n')
}

/** Ids such as `end` are Mermaid keywords, so every name gets a prefix. */
export function toNodeName(id: string): string {
  return `t_${id.replaceAll('-', '_')}`
}

/** Text inside a quoted Mermaid label. */
export function toLabel(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[#"<>&;`\\[\]{}|]/g, character => `#${character.codePointAt(0)};`)
    .slice(0, 200)
}
