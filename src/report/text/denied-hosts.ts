import type { Report } from '../../model/report.ts'

/** What commands were kept from, and the line of the plan that allows it. */
export function toDeniedLines({ deniedHosts }: Pick<Report, 'deniedHosts'>): string[] {
  if (deniedHosts.length === 0) return []
  const all = deniedHosts.map(({ host }) => JSON.stringify(host)).join(', ')
  return [
    ...deniedHosts.map(({ host, tasks }) => `network: ${tasks.join(', ')} kept from ${host}`),
    `network: to allow it, add to the plan: network: [${all}] (a list replaces the default registries: name "registry:npm" and the like, too)`,
  ]
}
