import { createHash } from 'node:crypto'

/**
 * A name for a checkout, unique on this machine: lower case letters, digits and hyphens, as compose projects require, and short
 * enough for the path of a socket.
 */
export function toCheckoutId(name: string, path: string): string {
  const mark = createHash('sha256').update(path).digest('hex').slice(0, 8)
  const readable = name
    .replace(/^_+/, '')
    .replace(/[^a-z0-9-]/g, '-')
    .slice(0, 40)
  return `${readable}-${mark}`
}
