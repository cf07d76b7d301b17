import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runToReport } from '../support/cli.ts'
import { hasOtherUsers, makePathWithout, openToOthers, otherUsersTitle } from '../support/other-user.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'
import { hasSandbox } from '../support/sandbox.ts'
import { type AttackPlaces, insideAttacks, mark, secretsOfHome } from './inside-attacks.ts'

type Sandbox = 'auto' | 'none' | 'user'

const isRoot = process.getuid?.() === 0
const ordinary = 12_345
const servers: Server[] = []

afterAll(() => {
  for (const server of servers) server.close()
})

function listen(options: { port: number; host?: string } | { path: string }): Promise<Server> {
  const server = createServer(socket => {
    socket.on('error', () => {}) // who connects may leave at once
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
  })
  servers.push(server)
  return new Promise((resolve, reject) => server.once('error', reject).listen(options, () => resolve(server)))
}

function makeHome(): string {
  const home = makeFolder('home')
  for (const path of Object.values(secretsOfHome)) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), '//registry.example/:_authToken=SECRET\n')
  }
  mkdirSync(join(home, '.npm/_cacache'), { recursive: true })
  return home
}

/** Each attack is a script of its own; the agent tries them all, and lists those that believe that they got what they wanted. */
const tryAll =
  'for f in attacks/*.sh; do ( mkdir -p work && cd work && timeout -k 1 10 sh "../$f" >/dev/null 2>&1 </dev/null ) && basename "$f" .sh; rm -rf work; done > won.part; mv won.part won.txt'

/** The attacks that went through, by what they want. */
async function attack(sandbox: Sandbox, uid: number | undefined): Promise<Set<string>> {
  const home = makeHome()
  const outside = makeFolder('outside')
  const scripts = insideAttacks.map(({ script }, index) => [`attacks/${index}.sh`, `${script}\n`])
  const repository = makeRepository({
    ...Object.fromEntries(scripts),
    'notes.md': 'mine\n',
    '.gitignore': '.env*\nnode_modules\n',
  })
  repository.write({ '.env': 'SECRET', 'app/.env.local': 'SECRET' })
  writeFileSync(join(outside, 'secret'), 'SECRET')
  await listen({ path: join(outside, 'socket') })
  const service = await listen({ port: 0, host: '127.0.0.1' })
  const prefix =
    'STATE="$REPOSITORY/.git/parallel-agents/$PARALLEL_AGENTS_RUN"; CHECKOUTS="$(dirname "$PWD")"; export STATE CHECKOUTS\n'
  writePlan(
    repository,
    {
      a: { script: `${prefix}${tryAll}`, files: ['won.txt'], retries: 0 },
      b: {
        script: `i=0; while [ $i -lt ${sandbox === 'none' ? 1200 : 1} ] && ! ls "$(dirname "$PWD")"/a*/won.txt 2>/dev/null; do sleep 0.1; i=$((i + 1)); done; echo b > b.txt`,
        files: ['b.txt'],
      },
    },
    { network: [], 'max-parallel': 2 },
  )
  if (uid !== undefined) execFileSync('chown', ['-R', `${uid}:${uid}`, repository.folder, home, outside])
  const env = {
    ...{ HOME: home, USER_HOME: home, REPOSITORY: repository.folder, OUTSIDE: outside },
    ...{ TEST_PID: String(process.pid), UNNAMED: String((service.address() as { port: number }).port) },
    ...{
      GITHUB_TOKEN: 'SECRET',
      SSH_AUTH_SOCK: '/tmp/agent',
      DBUS_SESSION_BUS_ADDRESS: 'unix:path=/tmp/bus',
    },
  }
  const user = uid === undefined ? {} : { uid, gid: uid }
  const asUser = sandbox === 'user' ? { PATH: makePathWithout('bwrap') } : {}
  if (sandbox === 'user') openToOthers(repository.folder)
  const args = ['--sandbox', sandbox === 'none' ? 'none' : 'auto']
  const report = await runToReport(repository, args, { env: { ...env, ...asUser }, user })
  if (sandbox === 'user') expect(report.sandbox).toBe('user')
  const branch = report.tasks.a?.branch ?? report.tasks.a?.kept
  const git = (...args: string[]) => repository.git('-c', 'safe.directory=*', ...args)
  const won = new Set(git('show', `${branch}:won.txt`).split('\n').map(Number))
  const places: AttackPlaces = { home, repository: repository.folder, outside }
  return new Set(
    insideAttacks
      .filter((one, index) => won.has(index) && (one.mark === undefined || isMarked(one.mark(places))))
      .map(({ wants }) => wants),
  )
}

function isMarked(path: string): boolean {
  return existsSync(path) && readFileSync(path, 'utf8').includes(mark)
}

/** Everything that went through, once for each way to stand. */
function describeAttacks(title: string, sandbox: Sandbox, uid: number | undefined): void {
  const hasIt = { none: true, auto: hasSandbox, user: hasOtherUsers }[sandbox]
  const canRun = hasIt && (uid === undefined || isRoot)
  const suite = canRun ? describe : describe.skip
  suite(title, () => {
    let through: Set<string>
    beforeAll(async () => {
      through = await attack(sandbox, uid)
    }, 400_000)

    if (sandbox === 'user')
      test('they were tried: what is open to users of their own went through', () => {
        const open = [
          'reach a service on loopback that the plan does not name',
          "read .env of the user's checkout",
        ]
        expect([...through]).toEqual(expect.arrayContaining(open))
      })
    const tried = insideAttacks.filter(({ isOpenToUsers }) => sandbox !== 'user' || isOpenToUsers !== true)
    for (const { wants, without } of tried) {
      if (sandbox !== 'none') test(`an agent cannot ${wants}`, () => expect(through.has(wants)).toBe(false))
      else if (without === undefined || (without === 'root' && isRoot && uid === undefined))
        test(`an agent can ${wants}`, () => expect(through.has(wants)).toBe(true))
    }
  })
}

describeAttacks('in the sandbox', 'auto', undefined)
describeAttacks('in the sandbox of an ordinary user', 'auto', ordinary)
describeAttacks(`as a user of its own${otherUsersTitle}`, 'user', undefined)
describeAttacks('without a sandbox, so that the attacks are known to bite', 'none', undefined)
