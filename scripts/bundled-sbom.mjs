// Keeps of an SPDX document by "npm sbom" what may be in dist/: node scripts/bundled-sbom.mjs all.json > bundled.json
// Everything in dist/ is bundled, so package.json names it among devDependencies, beside tools such as jest that are not part of
// the package: `npm sbom --omit dev` would list nothing, and without it, it lists the tools as well.
import { readdirSync, readFileSync } from 'node:fs'
import { grammars } from './grammars.mjs'

const document = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const [product] = document.documentDescribes
const bundled = new Set(listBundled().map(toId))
const kept = withDependencies(bundled)

document.packages = document.packages.filter(({ SPDXID: id }) => id === product || kept.has(id))
document.relationships = document.relationships.flatMap(toKept)
process.stdout.write(`${JSON.stringify(document, null, 2)}\n`)

/** The packages that the sources import, and those that the grammars come from. */
function listBundled() {
  const texts = readdirSync('src', { recursive: true })
    .filter(path => path.endsWith('.ts'))
    .map(path => readFileSync(`src/${path}`, 'utf8'))
  const imports = texts.flatMap(text =>
    [...text.matchAll(/^(?:import (?!type )[^']*|export [^']* from |.*\bimport\()'([^'.][^']*)'/gm)].map(
      match => match[1],
    ),
  )
  const folders = Object.keys(grammars).map(folder => folder.replace('node_modules/', ''))
  const names = [...imports, ...folders].map(path => /^(@[^/]+\/)?[^/]+/.exec(path)[0])
  return [...new Set(names)].filter(name => !name.startsWith('node:'))
}

/** The package at the top of node_modules. */
function toId(name) {
  const found = document.packages.find(({ packageFileName: path }) => path === `node_modules/${name}`)
  if (found === undefined) throw new Error(`${name} is imported, but the SBOM does not list it`)
  return found.SPDXID
}

function withDependencies(ids) {
  const all = new Set(ids)
  for (const id of all)
    for (const { spdxElementId: other, relatedSpdxElement, relationshipType: type } of document.relationships)
      if (relatedSpdxElement === id && /^(OPTIONAL_)?DEPENDENCY_OF$/.test(type)) all.add(other)
  return all
}

function toKept(relationship) {
  const { spdxElementId: from, relatedSpdxElement: to, relationshipType: type } = relationship
  if (type === 'DESCRIBES') return [relationship]
  if (to !== product) return kept.has(from) && kept.has(to) ? [relationship] : []
  return bundled.has(from)
    ? [{ spdxElementId: product, relatedSpdxElement: from, relationshipType: 'CONTAINS' }]
    : []
}
