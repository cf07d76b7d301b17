import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The top of this repository. */
export const top = fileURLToPath(new URL('../..', import.meta.url))

/** The pages for users, by path. */
export const pages = ['README.md', ...readdirSync(join(top, 'docs')).map(name => `docs/${name}`)].filter(
  path => path.endsWith('.md'),
)

export const readPage = (path: string) => readFileSync(join(top, path), 'utf8')

/** The texts of all sources, one after the other. */
export function readSources(): string {
  const names = readdirSync(join(top, 'src'), { recursive: true, encoding: 'utf8' })
  return names
    .filter(name => name.endsWith('.ts'))
    .map(name => readPage(join('src', name)))
    .join('\n')
}
