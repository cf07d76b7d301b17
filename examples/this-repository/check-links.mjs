// Fails when a page links to a file that is not there.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]
const broken = readdirSync(folder).flatMap(page =>
  [...readFileSync(join(folder, page), 'utf8').matchAll(/\]\(([^):]+)\)/g)]
    .map(match => match[1])
    .filter(target => !existsSync(join(folder, target)))
    .map(target => `Error: ${page} links to ${target}, which is not there`),
)
console.log(broken.length === 0 ? 'all links lead somewhere' : broken.join('\n'))
process.exitCode = broken.length === 0 ? 0 : 1
