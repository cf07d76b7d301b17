import { registries } from './registries.ts'

/** A host that a command connects to. */
export interface Destination {
  readonly host: string
  readonly port: number
}

/** `host`, `*.host` or either with `:port`; `registry:name`. */
export type AllowedHost = string

const pattern = /^(\*\.)?([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*(:\d{1,5})?$/i
const registryPrefix = 'registry:'
/** Where no port is named. */
const usualPorts = [80, 443]

/** The problem of an allow-list entry; undefined: none. */
export function tryEntryProblem(entry: string): string | undefined {
  if (entry.startsWith(registryPrefix)) {
    const known = Object.keys(registries)
    if (known.includes(entry.slice(registryPrefix.length))) return undefined
    return `is not a known registry; known: ${known.map(name => registryPrefix + name).join(', ')}`
  }
  if (pattern.test(entry) && isPort(entry)) return undefined
  return 'must be a host such as api.example.com, *.example.com or localhost:5432, or registry:npm and the like'
}

function isPort(entry: string): boolean {
  const [, port] = entry.split(':')
  return port === undefined || (Number(port) > 0 && Number(port) < 65536)
}

/** Whether an allow-list permits a destination. */
export function isAllowed(entries: readonly AllowedHost[], { host, port }: Destination): boolean {
  const name = toHostName(host)
  return entries.flatMap(toHosts).some(entry => {
    const [allowed = '', ofPort] = entry.toLowerCase().split(':')
    if (ofPort === undefined ? !usualPorts.includes(port) : Number(ofPort) !== port) return false
    return allowed.startsWith('*.') ? name.endsWith(allowed.slice(1)) : name === allowed
  })
}

function toHosts(entry: AllowedHost): readonly string[] {
  return entry.startsWith(registryPrefix) ? (registries[entry.slice(registryPrefix.length)] ?? []) : [entry]
}

/** One spelling for all spellings of a host name. */
export function toHostName(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
}

/** A destination as an allow-list entry. */
export function toAllowedHost({ host, port }: Destination): AllowedHost {
  return usualPorts.includes(port) ? toHostName(host) : `${toHostName(host)}:${port}`
}

const loopback = /^(localhost|127(\.\d+){3}|::1|\[::1\]|0\.0\.0\.0)$/i

export function isLoopback(host: string): boolean {
  return loopback.test(host)
}
