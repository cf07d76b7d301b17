import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type CliOptions, runToReport } from '../support/cli.ts'
import { type ScriptedTask, writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'

/** Files of a user that an agent has no business with. */
const files: Readonly<Record<string, string>> = {
  '.npm/_cacache/index': 'content of the cache\n',
  '.bashrc': 'alias ll="ls -l"\n',
  '.profile': 'umask 022\n',
  '.ssh/id_ed25519': 'SECRET-KEY-OF-THE-USER\n',
  'notes.txt': 'my notes\n',
}

/** A user at home, with a repository, who runs a plan whose agents attack. */
export interface Scene {
  readonly repository: TestRepository
  readonly home: string
  /** A file that must never come into being: code of an agent that ran where it must not makes it. */
  readonly trap: string
  /** Scripts of the tasks find `$HOME`, `$TRAP`, `$STATE` (what the harness keeps of the run) and `$CHECKOUTS` in their environment. */
  run(
    tasks: Readonly<Record<string, ScriptedTask>>,
    rest?: Readonly<Record<string, unknown>>,
    more?: CliOptions & { readonly args?: readonly string[] },
  ): ReturnType<typeof runToReport>
  /** What the user's files hold now: the same as {@link untouched} if they were not changed. */
  readHome(): Record<string, string>
}

export const untouched = files

export function makeScene(content: Readonly<Record<string, string>> = {}): Scene {
  const repository = makeRepository(content)
  const home = join(makeFolder('home'), 'user')
  const trap = join(makeFolder('trap'), 'sprung')
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), text)
  }
  return { repository, home, trap, run, readHome }

  function run(...[tasks, rest = {}, { args = [], env = {}, user = {} } = {}]: Parameters<Scene['run']>) {
    const places = {
      REPOSITORY: repository.folder,
      TRAP: trap,
      USER_HOME: home,
    }
    const prefix =
      'STATE="$REPOSITORY/.git/parallel-agents/$PARALLEL_AGENTS_RUN"; CHECKOUTS="$(dirname "$PWD")"\n'
    const prefixed = Object.entries(tasks).map(([id, task]) => [
      id,
      task.script === undefined ? task : { retries: 0, ...task, script: `${prefix}${task.script}` },
    ])
    writePlan(repository, Object.fromEntries(prefixed), rest)
    return runToReport(repository, args, { user, env: { HOME: home, ...places, ...env } })
  }

  function readHome(): Record<string, string> {
    const paths = readdirSync(home, { recursive: true, encoding: 'utf8' })
    const plain = paths.filter(path => statSync(join(home, path)).isFile()).sort()
    return Object.fromEntries(plain.map(path => [path, readFileSync(join(home, path), 'utf8')]))
  }
}
