import type { Destination } from '../../model/network/allow-list.ts'

const standardPorts: Readonly<Record<string, number>> = {
  http: 80,
  https: 443,
  postgres: 5432,
  postgresql: 5432,
  mysql: 3306,
  redis: 6379,
  rediss: 6379,
  mongodb: 27017,
  amqp: 5672,
}

const url = /\b([a-z][a-z+]{1,15}):\/\/(?:[^\s/@"'`]*@)?(\[[0-9a-f:]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?/gi

/** The hosts of URLs in a text. */
export function findHosts(text: string): Destination[] {
  return [...text.matchAll(url)].flatMap(([, scheme = '', host = '', named]) => {
    const port = named === undefined ? standardPorts[scheme.toLowerCase()] : Number(named)
    return port === undefined ? [] : [{ host, port }]
  })
}

/** Variables that hold the address of a service. */
const serviceVariable = /(_URL|_URI|_BASE|_ENDPOINT|_DSN|_REGISTRY|^GOPROXY)$/i

/** The hosts of services in an environment. */
export function findServices(env: Readonly<Record<string, string>>): Destination[] {
  return Object.entries(env)
    .filter(
      ([name]) => serviceVariable.test(name) && !/proxy(_ur[li])?$/i.test(name.replace(/^GOPROXY$/, '')),
    )
    .flatMap(([, value]) => findHosts(value))
}
