import type { DeclaredContract } from './contract.ts'

interface RoutePattern {
  readonly files: RegExp
  /** Its group `route` is the path of the route. */
  readonly pattern: RegExp
}

const scripts = /\.[cm]?[jt]sx?$/
const methods = 'get|post|put|patch|delete|head|options|all'
const owner = '(?:^|[^\\w$.])(?:this\\.)?\\w*(?:app|server|fastify|router|routes?)'

/** Declarations of HTTP routes. A handler must follow: `request(app).get('/users')` of a test is not a declaration. */
const patterns: readonly RoutePattern[] = [
  {
    files: scripts,
    pattern: new RegExp(`${owner}\\.(?:${methods})\\(\\s*(['"\`])(?<route>/[^'"\`\\n]*)\\1\\s*,`, 'gi'),
  },
  {
    files: scripts,
    pattern: new RegExp(`${owner}\\.route\\(\\s*(['"\`])(?<route>/[^'"\`\\n]*)\\1\\s*\\)`, 'gi'),
  },
  { files: scripts, pattern: /\.route\(\s*\{[^{}]*?\b(?:url|path):\s*(['"`])(?<route>\/[^'"`\n]*)\1/g },
  {
    files: /\.py$/,
    pattern:
      /^[ \t]*@[\w.]+\.(?:get|post|put|patch|delete|head|options|route|websocket)\(\s*(['"])(?<route>\/[^'"\n]*)\1/gm,
  },
  {
    files: /\.go$/,
    pattern:
      /\.(?:GET|POST|PUT|PATCH|DELETE|Get|Post|Put|Patch|Delete|HandleFunc|Handle)\(\s*"(?:[A-Z]+ )?(?<route>\/[^"\n]*)"\s*,/g,
  },
  {
    files: /(?:^|\/)config\/routes(?:\/[^/]+)?\.rb$|(?:^|\/)routes\.rb$/,
    pattern: /^[ \t]*(?:get|post|put|patch|delete|match)[ (]\s*(['"])(?<route>\/[^'"\n]*)\1\s*(?:,|=>|\))/gm,
  },
]
const openApi = /^\s*["']?(?:openapi|swagger)["']?\s*:/m
const openApiPath = /^[ \t]+["']?(?<route>\/[^\s"':]*(?:\{[^\s"'}]*\}[^\s"':]*)*)["']?[ \t]*:/gm

/** The HTTP routes that a file declares, by their paths: frameworks of JavaScript, Python, Go and Ruby, and OpenAPI. */
export function listRoutes(path: string, text: string): DeclaredContract[] {
  return listRouteMatches(path, text).flatMap(match => toRoute(match.groups?.route ?? '') ?? [])
}

function listRouteMatches(path: string, text: string): RegExpMatchArray[] {
  if (/\.(?:ya?ml|json)$/.test(path)) return openApi.test(text) ? [...text.matchAll(openApiPath)] : []
  return patterns
    .filter(({ files }) => files.test(path))
    .flatMap(({ pattern }) => [...text.matchAll(pattern)])
}

const parameter = /^(?::\w.*|\{.*\}|<.*>)$/

/** Undefined for a path that could mean anything: of parameters or wildcards, or too short to be told from others. */
function toRoute(name: string): DeclaredContract | undefined {
  const segments = name
    .replace(/[?#].*$/, '')
    .split('/')
    .filter(segment => segment !== '')
  const fixed = segments.filter(segment => !parameter.test(segment))
  if (fixed.some(segment => !/^[\w.~-]+$/.test(segment)) || fixed.join('').length < 4) return undefined
  return { kind: 'route', name, key: `/${segments.map(toSegment).join('/')}` }
}

function toSegment(segment: string): string {
  return parameter.test(segment) ? ':' : segment
}

/** A quoted path of a request, after the address of its server. */
const literal =
  /(["'`])(?:https?:\/\/[^/"'`\s]*|\$\{[^}"'`]*\}|\{[A-Za-z_.]*\})?(\/[\w.~:@$<>{}()[\]/-]*)(?:\?[^"'`\n]*)?\1/g

/** The offsets at which a file requests a route: its path as the whole of a literal. */
export function findRouteUses({ key }: DeclaredContract, path: string, text: string): number[] {
  const declared = listRouteMatches(path, text).map(({ index = 0, 0: found }) => [
    index,
    index + found.length,
  ])
  const wanted = key.split('/')
  return [...text.matchAll(literal)]
    .filter(({ index }) => !declared.some(([from = 0, to = 0]) => index >= from && index < to))
    .filter(match => isRequestOf(wanted, match[2] ?? ''))
    .map(({ index }) => index)
}

/** Whether a requested path is one of the route: a parameter is any segment, a fixed segment only itself. */
function isRequestOf(wanted: readonly string[], requested: string): boolean {
  const segments = requested.replace(/\/$/, '').split('/')
  if (segments.length !== wanted.length) return false
  return wanted.every((segment, index) => {
    const other = segments[index] ?? ''
    return segment === ':' ? other !== '' : other === segment
  })
}

/** Whether another route answers a request for this one, such as `/users/:id` for `/users/me`. */
export function answersRoute(other: DeclaredContract, { key }: DeclaredContract): boolean {
  return isRequestOf(other.key.split('/'), key) || isRequestOf(key.split('/'), other.key)
}

/** A router, controller or group of routes below a path: its routes are not written with that path. */
const mount =
  /\b(?:use|register|group|mount|prefix|url_prefix|scope|namespace|controller|requestmapping|path|include|resources?|blueprint)\b[^\n'"`:]{0,40}(?:['"`]\/?|:)([\w.~-]+(?:\/[\w.~-]+)*)/gi

/** The paths below which a file may have routes that it does not write in full. */
export function listMounts(text: string): string[] {
  return [...text.matchAll(mount)].map(([, place = '']) => `/${place}`)
}
