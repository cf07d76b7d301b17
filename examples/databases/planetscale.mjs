// A branch of a PlanetScale database (MySQL) for each checkout. In the plan:
//   checkout:
//     database: { create: node scripts/planetscale.mjs create, drop: node scripts/planetscale.mjs drop }
// Needs PLANETSCALE_ORG, PLANETSCALE_DATABASE and a service token that may create and delete branches and passwords:
// PLANETSCALE_SERVICE_TOKEN_ID, PLANETSCALE_SERVICE_TOKEN. Branches come from PLANETSCALE_PARENT, by default main.
import { setTimeout as sleep } from 'node:timers/promises'

const {
  PLANETSCALE_API_URL = 'https://api.planetscale.com/v1',
  PLANETSCALE_ORG,
  PLANETSCALE_DATABASE,
  PLANETSCALE_SERVICE_TOKEN_ID,
  PLANETSCALE_SERVICE_TOKEN,
  PLANETSCALE_PARENT = 'main',
  PARALLEL_AGENTS_DATABASE,
} = process.env
/** Names of branches have no underscores. */
const name = PARALLEL_AGENTS_DATABASE.replaceAll('_', '-')
const branches = `/organizations/${PLANETSCALE_ORG}/databases/${PLANETSCALE_DATABASE}/branches`
const pauseMilliseconds = 1000
const mostPauses = 300

/** Undefined: there is no such thing. */
async function call(method, path, body) {
  const response = await fetch(`${PLANETSCALE_API_URL}${path}`, {
    method,
    headers: {
      Authorization: `${PLANETSCALE_SERVICE_TOKEN_ID}:${PLANETSCALE_SERVICE_TOKEN}`,
      'Content-Type': 'application/json',
    },
    body: body && JSON.stringify(body),
  })
  if (response.status === 404 && method !== 'POST') return undefined
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return response.status === 204 ? {} : response.json()
}

/** A run that was killed may have made it already. Its password is not told twice: another one is made. */
async function create() {
  if ((await call('GET', `${branches}/${name}`)) === undefined)
    await call('POST', branches, { name, parent_branch: PLANETSCALE_PARENT })
  await untilReady()
  const { username, plain_text, access_host_url } = await call('POST', `${branches}/${name}/passwords`, {
    name: `${name}-${Date.now()}`,
    role: 'admin',
  })
  const [user, password] = [username, plain_text].map(encodeURIComponent)
  console.log(`mysql://${user}:${password}@${access_host_url}/${PLANETSCALE_DATABASE}?sslaccept=strict`)
}

async function untilReady() {
  for (let count = 0; count < mostPauses; count++) {
    if ((await call('GET', `${branches}/${name}`))?.ready) return
    await sleep(pauseMilliseconds)
  }
  throw new Error(`the branch ${name} is not ready`)
}

/** Passwords go with the branch. */
const drop = () => call('DELETE', `${branches}/${name}`)

await (process.argv[2] === 'drop' ? drop() : create())
