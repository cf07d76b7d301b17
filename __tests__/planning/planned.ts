import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder, makeRepository, type TestRepository } from '../support/repository.ts'

/** A small service: routes that import what they serve. */
export const serviceFiles: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'service',
    scripts: { test: 'true', lint: 'true', deploy: 'false' },
  }),
  'src/routes/users.js': "import { listUsers } from '../services/users.js'\nexport const users = listUsers\n",
  'src/routes/orders.js':
    "import { listOrders } from '../services/orders.js'\nexport const orders = listOrders\n",
  'src/routes/index.js': "export * from './users.js'\nexport * from './orders.js'\n",
  'src/services/users.js': 'export const listUsers = () => []\n',
  'src/services/orders.js': 'export const listOrders = () => []\n',
  'src/services/log.js': 'export const log = () => {}\n',
  'docs/users.md': '# Users\n',
}

export interface ScriptedPlanner {
  readonly repository: TestRepository
  /** What the agents were told, in the order of their names: `_planner-1.md`, `_scout-1-1.md`, …. */
  told(name: string): string
}

/**
 * A repository whose agents are scripts: scouts say which part they saw, the planner gives the answers in their order, builders write their
 * task's id into the first file of its scope.
 */
export function makePlanned(
  answers: readonly unknown[],
  rest: Readonly<Record<string, unknown>> = {},
): ScriptedPlanner {
  const notes = makeFolder('told')
  const repository = makeRepository(serviceFiles)
  for (const [index, answer] of answers.entries())
    writeFileSync(join(notes, `answer-${index + 1}.json`), JSON.stringify(answer))
  const planner = `
    count=$(ls ${notes}/$PARALLEL_AGENTS_TASK-*.md 2>/dev/null | wc -l); next=$((count + 1))
    cp "$PARALLEL_AGENTS_PROMPT_FILE" ${notes}/$PARALLEL_AGENTS_TASK-$next.md
    case $PARALLEL_AGENTS_TASK in
      _planner) cp ${notes}/answer-$next.json $PARALLEL_AGENTS_ANSWER_FILE ;;
      *) echo "$PARALLEL_AGENTS_TASK saw $(ls | wc -l) names" > $PARALLEL_AGENTS_ANSWER_FILE; echo meddled > README.md ;;
    esac`
  const builder = `file=$(sed -n 's/.*WRITE \\([^ ]*\\).*/\\1/p' "$PARALLEL_AGENTS_PROMPT_FILE" | head -1)
    mkdir -p $(dirname $file); echo "// $PARALLEL_AGENTS_TASK" >> $file`
  const settings = {
    name: 'Service',
    agent: 'builder',
    agents: { builder: { command: builder }, planner: { command: planner } },
    tasks: { old: { prompt: 'Something else.', files: ['docs/**'] } },
    integration: { test: 'npm test' },
    ...rest,
  }
  repository.write({ 'plan.yml': JSON.stringify(settings) })
  repository.commit('plan')
  return { repository, told: name => readFileSync(join(notes, name), 'utf8') }
}
