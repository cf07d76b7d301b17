import { type Destination, toAllowedHost } from '../../model/network/allow-list.ts'
import type { EmitEvent } from '../../model/run-event.ts'

/** Hosts that a run's commands were denied. */
export class DeniedHosts {
  private readonly byHost = new Map<string, Set<string>>()
  private readonly emit: EmitEvent

  constructor(emit: EmitEvent) {
    this.emit = emit
  }

  /** Records a denied host, and returns a message if it is the first time for this host and checkout. */
  note(name: string, destination: Destination): string | undefined {
    const host = toAllowedHost(destination).slice(0, longestHost)
    const names = this.byHost.get(host) ?? new Set()
    if (names.has(name) || this.byHost.size >= mostHosts) return undefined
    this.byHost.set(host, names.add(name))
    const text = `network: blocked ${host} for ${name}; to allow it, add to the plan: ${toAllowLine([host])}`
    this.emit({ kind: 'notice', text })
    return text
  }

  /** For the report, in order of occurrence. */
  list(): { readonly host: string; readonly tasks: string[] }[] {
    return [...this.byHost].map(([host, names]) => ({ host, tasks: [...names] }))
  }
}

const longestHost = 260
const mostHosts = 200

/** The line of a plan that allows hosts. */
function toAllowLine(hosts: readonly string[]): string {
  return `network: [${hosts.map(host => JSON.stringify(host)).join(', ')}]`
}
