import type { Report } from '../../model/report.ts'

/** Denied hosts, and the line of the plan that allows them. */
export function toDeniedLines({ deniedHosts }: Pick<Report, 'deniedHosts'>): string[] {
  if (deniedHosts.length === 0) return []
  const all = deniedHosts.map(({ host }) => JSON.stringify(host)).join(', ')
  return [
    ...deniedHosts.map(({ host, tasks }) => `network: blocked ${host} for ${tasks.join(', ')}`),
    `network: to allow it, add to the plan: network: [${all}] (a list replaces the default registries: include "registry:npm" and the like)`,
  ]
}
