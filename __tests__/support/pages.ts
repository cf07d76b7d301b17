import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The top of this repository. */
export const top = fileURLToPath(new URL('../..', import.meta.url))

/** The pages for people, by path. */
export const pages = [
  ...readdirSync(top).filter(name => name.endsWith('.md')),
  ...readdirSync(join(top, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
]

export const readPage = (path: string) => readFileSync(join(top, path), 'utf8')

/** The texts of all sources, one after the other. */
export function readSources(): string {
  const names = readdirSync(join(top, 'src'), { recursive: true, encoding: 'utf8' })
  return names
    .filter(name => name.endsWith('.ts'))
    .map(name => readPage(join('src', name)))
    .join('\n')
}
