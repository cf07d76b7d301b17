import { mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeFolder } from '../support/repository.ts'

/** The programs of the agents. */
export const bin = fileURLToPath(new URL('./node_modules/.bin', import.meta.url))

/** What the scripted model does for the three tasks of the plan below. */
export const threeAnswers = [
  {
    about: 'TASK-GREET',
    command: 'mkdir -p src && echo "export const greeting = \'hello\'" > src/greet.mjs',
    finish: 'The greeting is there.',
  },
  {
    about: 'TASK-SHOUT',
    command: 'grep -q hello src/greet.mjs && echo "export { greeting } from \'./greet.mjs\'" > src/shout.mjs',
  },
  { about: 'TASK-DOCS', command: 'echo "How to greet." > GUIDE.md' },
]

/** A plan's tasks, two of which build on each other, and its integration. */
export const threeTasks = `tasks:
  greet: { prompt: "TASK-GREET: write the greeting.", files: [src/greet.mjs], test: node src/greet.mjs }
  shout: { prompt: "TASK-SHOUT: shout it.", needs: [greet], files: [src/shout.mjs], test: node src/shout.mjs }
  docs: { prompt: "TASK-DOCS: describe it.", files: [GUIDE.md] }
integration: { test: node src/shout.mjs && cat GUIDE.md }
`

/** A home of its own for the CLI, so that nothing of the machine's user is read or written. */
function makeHome(modelUrl: string): string {
  const home = makeFolder('home')
  mkdirSync(join(home, '.codex'))
  const provider = `base_url = "${modelUrl}/v1"\nenv_key = "CODEX_TEST_KEY"\nwire_api = "responses"`
  writeFileSync(
    join(home, '.codex', 'config.toml'),
    `model = "gpt-5-codex"\nmodel_provider = "loopback"\n[model_providers.loopback]\nname = "loopback"\n${provider}\n`,
  )
  return home
}

/** Where agents find their scripted model, and everything that is theirs. */
export function toLoopbackEnvironment(modelUrl: string): Record<string, string> {
  const home = makeHome(modelUrl)
  return {
    HOME: home,
    CODEX_HOME: join(home, '.codex'),
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    ANTHROPIC_BASE_URL: modelUrl,
    ANTHROPIC_API_KEY: 'loopback',
    CODEX_TEST_KEY: 'loopback',
    ENABLE_TOOL_SEARCH: 'false', // the scripted model calls tools without a search for them
  }
}
