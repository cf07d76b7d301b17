import { describe, expect, test } from '@jest/globals'
import { type CheckedPlan, readPlan } from '../../src/plan/schema/read-plan.ts'
import { readStoredPlan, toStoredText } from '../../src/plan/schema/stored-plan.ts'
import { PlanError } from '../../src/plan/yaml/problem.ts'

function read(text: string, prompts: Readonly<Record<string, string>> = {}): CheckedPlan {
  return readPlan({
    name: 'plan.yml',
    text,
    readPrompt: path => prompts[path],
    isFolder: path => path === 'src',
  })
}

function problemsOf(text: string): string[] {
  try {
    read(text)
  } catch (error) {
    if (error instanceof PlanError)
      return error.message
        .split('\n')
        .slice(0, -1)
        .map(line => line.replace(/\s{2,}/, ' '))
    throw error
  }
  return []
}

describe('a plan', () => {
  test('keeps its tasks in their order, even where ids are numbers', () => {
    const checked = read(
      'agent: claude\ntasks:\n  b: { prompt: b }\n  "10": { prompt: x }\n  "2": { prompt: y }\n',
    )
    expect(checked.plan.tasks.map(({ id }) => id)).toEqual(['b', '10', '2'])
    expect(readStoredPlan(toStoredText(checked.file, checked.order)).order).toEqual(['b', '10', '2'])
  })

  test('says what the names of its variables, models and agents may be', () => {
    const rule = 'use letters, digits and "_", not beginning with a digit'
    const text = `prices: { "": { input: 1, output: 1 } }
checkout: { env: { 1A: x } }
agents:
  Ab: { use: claude }
  b: { use: claude, env: { B=C: x } }
tasks: { a: { prompt: x, agent: claude, env: { A-B: x } } }`
    expect(problemsOf(text)).toEqual([
      'plan.yml:1:12 a name in `prices` must not be empty',
      `plan.yml:2:20 \`1A\` cannot be the name of a variable in \`checkout.env\`: ${rule}`,
      expect.stringContaining('plan.yml:4:3 `Ab` cannot be a name in `agents`: use 1 to 40 characters'),
      `plan.yml:5:28 \`B=C\` cannot be the name of a variable in \`env\` of agent \`b\`: ${rule}`,
      `plan.yml:6:48 \`A-B\` cannot be the name of a variable in \`env\` of task \`a\`: ${rule}`,
    ])
  })

  test('with a command as a list says how to write it, and nothing else about it', () => {
    const head = 'agent: a\ntasks: { a: { prompt: x } }\nagents:\n  a:'
    for (const key of ['acp', 'command'])
      expect(problemsOf(`${head} { ${key}: [opencode, acp] }`)).toEqual([
        `plan.yml:4:8 \`${key}\` must be a text, not a list: write "opencode acp"`,
      ])
    expect(problemsOf(`${head} { use: [claude] }`)).toHaveLength(1)
  })

  test('says where to write arguments of a server of the protocol', () => {
    const of = (agent: string) => problemsOf(`agents:\n  a: ${agent}\ntasks: { a: { prompt: x, agent: a } }`)
    expect(of('{ acp: x, args: [y] }')).toEqual([
      'plan.yml:2:16 agent `a` is started by its own command: write `args` into that',
    ])
    expect(of('{ acp: x, via: cli }')).toEqual([
      'plan.yml:2:16 agent `a` always uses the protocol: remove `via`',
    ])
    const gets = 'gets no `args` when it is run by the Agent Client Protocol'
    expect(of('{ use: goose, args: [y] }')).toEqual([
      `plan.yml:2:20 goose ${gets}: write its whole command line as \`acp:\` instead of \`use:\``,
    ])
    expect(of('{ use: claude, via: acp, args: [y] }')).toEqual([
      `plan.yml:2:31 claude ${gets}: remove \`via: acp\``,
    ])
    expect(of('{ use: claude, args: [y] }')).toEqual([])
  })

  test('may hold no zero character, in texts or in prompt files: no program can be given one', () => {
    const text = `agent: claude
tasks:
  a: { prompt: "x\\0y" }
  b: { prompt: x, env: { C: "\\0" } }`
    expect(problemsOf(text).map(problem => problem.replace(/ contains a NUL.*/, ''))).toEqual([
      'plan.yml:3:8 `prompt`',
      'plan.yml:4:26 `C`',
    ])
    const withFile = 'agent: claude\ntasks: { a: { prompt-file: a.md } }'
    expect(() => read(withFile, { 'a.md': 'x\0y' })).toThrow('`a.md` contains a NUL character')
  })

  test('is told what a value of several kinds may be, or what is wrong with the kind that was meant', () => {
    const problemOf = (entry: string) =>
      problemsOf(`agent: claude\ntasks: { a: { prompt: a, ${entry} } }`).map(text =>
        text.replace(/^\S+ /, ''),
      )
    expect(problemOf('retries: "2"')).toEqual(['`retries` must be a number or a list, not "2"'])
    expect(problemOf('retries:')).toEqual(['`retries` must be a number or a list, not nothing'])
    expect(problemOf('retries: 2.5')).toEqual(['`retries` must be a whole number, not 2.5'])
    expect(problemOf('retries: [{ agent: 5 }]')).toEqual([
      '`agent` must be a text, not 5: write "5", in quotes',
    ])
    expect(problemOf('env: { A: [] }')).toEqual(['`A` must be a text, a number or true or false, not a list'])
    expect(problemOf('plan-first: "yes"')[0]).toContain('must be true or false or a map of keys and values')
    expect(problemOf('budget: { on-end: stop }')[0]).toContain('unknown key `on-end` in `budget` of task `a`')
    expect(problemOf('timeout-minutes: .inf')).toEqual(['`timeout-minutes` must be a number, not infinity'])
  })

  test('may name branches by a pattern that git takes and that tells tasks apart', () => {
    const problemOf = (branch: string, rest = 'target: main') =>
      problemsOf(`agent: claude\n${rest}\nbranch: "${branch}"\ntasks: { integration: { prompt: a } }`)[0]
    expect(read('agent: claude\nbranch: a/{run}/{task}\ntasks: { a: { prompt: a } }').plan.branch).toBe(
      'a/{run}/{task}',
    )
    for (const bad of [
      '/{task}',
      '{task}.lock',
      'a..{task}',
      '-{task}',
      'x/.{task}',
      'a b/{task}',
      '{task}/',
    ])
      expect(problemOf(bad)).toContain('is not a valid branch name')
    expect(problemOf('feature/x')).toContain('must contain {task}')
    expect(problemOf('{plan}/{task}')).toContain('has {plan}: only {task} and {run} are replaced')
    expect(problemOf('refs/heads/{task}')).toContain('without `refs/heads/`')
    expect(problemOf('main/{task}')).toContain('git has no branches below `main`')
    expect(problemOf('f/{task}')).toContain('would have the branch of the result (f/integration)')
  })

  test('that names a folder in a scope says how to name its files', () => {
    expect(problemsOf('agent: claude\ntasks:\n  a: { prompt: b, files: [src] }\n')).toEqual([
      'plan.yml:3:27 `src` is a folder: write `src/**` for everything in it',
    ])
  })

  test('that chooses a model for a command is refused, wherever it does', () => {
    const text = `agents: { c: { command: x }, k: { use: claude } }
agent: c
tasks:
  a: { prompt: x, review: { model: opus } }
  b: { prompt: x, retries: [{ model: opus }, { agent: k, model: opus }] }
  d: { prompt: x, plan-first: { model: opus } }`
    expect(problemsOf(text).map(problem => problem.replace(/ agent `c` is a command.*/, ''))).toEqual([
      'plan.yml:4:29',
      'plan.yml:5:31',
      'plan.yml:6:33',
    ])
  })

  test('of the documentation is read with all its settings', () => {
    const { plan } = read(
      `
name: Data pipeline
target: main
agent: claude
max-parallel: 4
setup: npm ci
env: { TZ: UTC, LEVEL: 3 }
budget: { usd: 20, tokens: 4000000, minutes: 240 }
protected: [".github/**", "package-lock.json"]
agents:
  junior: { use: claude, model: haiku, max-turns: 40 }
  codemod: { command: node scripts/codemod.mjs }
tasks:
  contract:
    prompt: Define the types.
    files: [src/types/scheduler.ts]
  scheduler:
    title: Scheduler persistence
    issue: 12
    needs: [contract]
    files: ["src/scheduler/**", "test/scheduler/**"]
    test: npm test -- scheduler
    agent: junior
    estimate-minutes: 15
    timeout-minutes: 30
    retries: 2
    review: { agent: claude, model: opus }
  deploy:
    prompt-file: .github/agents/deploy.md
    files: ["deployment/**"]
    agent: codemod
integration:
  test: npm test
  setup: npm ci
  flaky-retries: 1
  on-conflict: resolve
  agent: claude
  land: pull-request
`,
      { '.github/agents/deploy.md': 'Deploy it.' },
    )

    expect(plan.env).toEqual({ TZ: 'UTC', LEVEL: '3' })
    expect(plan.agents.junior).toEqual({
      kind: 'cli',
      hasTokenBudget: true,
      name: 'junior',
      use: 'claude',
      model: 'haiku',
      maxTurns: 40,
      args: [],
      env: {},
    })
    expect(plan.tasks[1]).toMatchObject({
      id: 'scheduler',
      agent: 'junior',
      retries: 2,
      timeoutMinutes: 30,
      issue: 12,
      setup: 'npm ci',
    })
    expect(plan.tasks[2]).toMatchObject({ prompt: 'Deploy it.', retries: 1, timeoutMinutes: 60 })
    expect(plan.integration).toMatchObject({ land: 'pull-request', test: 'npm test' })
  })

  test('as it is stored is read back as the same plan', () => {
    const first = read(
      'agent: claude\ntasks: { a: { prompt-file: a.md }, b: { prompt: b, needs: [a], files: [x/**] } }',
      { 'a.md': 'From a file.' },
    )
    const second = read(JSON.stringify(first.file))

    expect(second.plan).toEqual(first.plan)
    expect(JSON.stringify(second.file)).toBe(JSON.stringify(first.file))
  })

  test('reports all problems at once, with place and the likely intention', () => {
    const problems = problemsOf(`name: x
max-paralell: 3
agent: cluade
tasks:
  a:
    need: [b]
    prompt: 5
    files: [/src/**, "src/{a", x/]
  b:
    prompt: b
    needs: [schedular, a, c, 7]
    retries: -1
  c: { prompt: c, needs: [b], agent: foo }
  scheduler: { prompt: x, timeoutMinutes: 4, depends-on: [a] }
  "Bad Id": { prompt: "" }
integration: { land: psuh }
agents:
  foo: { use: claude, command: x }
  bar: { command: y, model: z }
`)

    expect(problems).toEqual([
      'plan.yml:2:1 unknown key `max-paralell` in the plan; did you mean `max-parallel`?',
      'plan.yml:3:1 `cluade` is not an agent; did you mean `claude`?',
      'plan.yml:6:5 unknown key `need` in task `a`; did you mean `needs`?',
      'plan.yml:7:5 `prompt` must be a text, not 5: write "5", in quotes',
      'plan.yml:8:13 glob `/src/**` must be relative to the top of the repository: write `src/**`',
      'plan.yml:8:23 glob `src/{a` has a bracket or brace that is not closed',
      'plan.yml:8:32 glob `x/` matches no file: write `x/**` for everything in that folder',
      'plan.yml:11:5 tasks `b` and `c` need each other: b → c → b',
      'plan.yml:11:13 `schedular` is not a task; did you mean `scheduler`?',
      'plan.yml:11:30 item 4 of `needs` must be a text, not 7: write "7", in quotes',
      'plan.yml:12:5 `retries` must be at least 0',
      'plan.yml:14:27 unknown key `timeoutMinutes` in task `scheduler`; did you mean `timeout-minutes`?',
      'plan.yml:14:46 unknown key `depends-on` in task `scheduler`; did you mean `needs`?',
      'plan.yml:15:4 `Bad Id` cannot be the id of a task: use 1 to 40 characters (a–z, 0–9, "-"), not beginning with "-" (^[a-z0-9][a-z0-9-]{0,39}$)',
      'plan.yml:15:15 `prompt` must not be empty',
      'plan.yml:16:16 `land` must be one of pull-request, push, none, not "psuh"; did you mean `push`?',
      'plan.yml:18:3 agent `foo` has both `use` and `command`: remove one of them',
      'plan.yml:19:22 `model` belongs to a known CLI; agent `bar` is a command, so write it into the command',
    ])
  })

  const single: Record<string, [text: string, problem: string]> = {
    'that is empty': ['', '`tasks` is missing in the plan'],
    'without tasks': ['name: x', '`tasks` is missing in the plan'],
    'with a list of tasks': ['tasks: [a, b]', '`tasks` must be a map of keys and values, not a list'],
    'with a key twice': [
      'agent: claude\ntasks:\n  a: { prompt: x }\n  a: { prompt: y }',
      'plan.yml:4:3 `a` is duplicated',
    ],
    'with a task that needs itself': [
      'agent: claude\ntasks: { a: { prompt: x, needs: [a] } }',
      'task `a` needs itself',
    ],
    'with a need twice': [
      'agent: claude\ntasks: { a: { prompt: x }, b: { prompt: x, needs: [a, a] } }',
      'task `b` needs `a` twice',
    ],
    'without an agent': ['tasks: { a: { prompt: x } }', 'no task has an agent'],
    'with a task that says nothing': ['agent: claude\ntasks: { a: {} }', 'does not say what to do'],
    'with two prompts': [
      'agent: claude\ntasks: { a: { prompt: x, prompt-file: y } }',
      'has both `prompt` and `prompt-file`',
    ],
    'with a prompt file that is not there': [
      'agent: claude\ntasks: { a: { prompt-file: no.md } }',
      '`no.md` cannot be read',
    ],
    'with only exclusions': [
      'agent: claude\ntasks: { a: { prompt: x, files: ["!a"] } }',
      'there are only exclusions',
    ],
    'with a scope above the repository': [
      'agent: claude\ntasks: { a: { prompt: x, files: ["../a"] } }',
      'must not leave the repository',
    ],
    'with a report above the repository': [
      'agent: claude\nintegration: { report: x/../.. }\ntasks: { a: { prompt: x } }',
      'must be a file inside the repository',
    ],
    'with a target that is no branch': [
      'target: a..b\nagent: claude\ntasks: { a: { prompt: x } }',
      '`a..b` cannot be the name of a branch',
    ],
    'that is not YAML': ['tasks: {a: [', 'this is not valid YAML'],
    'with two documents': ['a: 1\n---\nb: 2', 'more than one YAML document'],
    'with an agent without use and command': [
      'agent: x\nagents: { x: {} }\ntasks: { a: { prompt: x } }',
      'agent `x` needs `use:`',
    ],
    'with tabs': ['tasks:\n\ta: 1', 'this is not valid YAML'],
  }
  for (const [name, [text, problem]] of Object.entries(single)) {
    test(`${name} is refused`, () => {
      expect(problemsOf(text).join('\n')).toContain(problem)
    })
  }

  test('with many tasks that lack an agent says so once', () => {
    const tasks = Array.from({ length: 50 }, (_, index) => `  t${index}: { prompt: x }`)
    expect(problemsOf(['tasks:', ...tasks].join('\n'))).toHaveLength(1)
  })

  test('whose ids are words of JavaScript is read', () => {
    const { plan } = read(
      'agent: claude\ntasks: { constructor: { prompt: x }, tostring: { prompt: y, needs: [constructor] }, proto: { prompt: z } }',
    )
    expect(plan.tasks.map(task => task.id)).toEqual(['constructor', 'tostring', 'proto'])
    expect(problemsOf('agent: constructor\ntasks: { a: { prompt: x } }').join()).toContain(
      '`constructor` is not an agent',
    )
    expect(problemsOf('agent: claude\ntasks: { __proto__: { prompt: x } }').join()).toContain('__proto__')
  })

  test('with a key that has no effect at its place is refused', () => {
    const head =
      'agents: { c: { command: x }, k: { use: claude } }\ntasks: { a: { prompt: x, agent: c } }\nintegration:'
    expect(problemsOf(`${head} { review: { rounds: 3 } }`)).toEqual([
      expect.stringContaining(
        'unknown key `rounds` in `integration.review`; known keys: agent, model, prompt',
      ),
    ])
    expect(problemsOf(`${head} { review: [{ agent: k }, { rounds: 3 }] }`).join()).toContain(
      'known keys: agent, model, prompt',
    )
    for (const key of ['review', 'compare'])
      expect(problemsOf(`${head} { ${key}: { model: x } }`).join()).toContain('agent `c` is a command')
    const retries = 'retries: [{ agent: c }, { model: x }]'
    expect(
      problemsOf(`agents: { c: { command: x } }\ntasks: { a: { prompt: x, agent: claude, ${retries} } }`),
    ).toEqual([expect.stringContaining('agent `c` is a command')])
  })

  test('with overlapping scopes gets edges, a notice or a problem, by `overlap`', () => {
    const tasks =
      'agent: claude\ntasks: { a: { prompt: x, files: [src/**] }, b: { prompt: y, files: [src/db.ts] } }\n'
    expect(read(tasks).plan.tasks[1]?.after).toEqual(['a'])
    expect(read(`overlap: warn\n${tasks}`).plan.tasks[1]?.after).toEqual([])
    expect(read(`overlap: warn\n${tasks}`).notices).toEqual(['src/db.ts: a and b may both change it'])
    expect(problemsOf(`overlap: error\n${tasks}`).join()).toContain(
      'tasks `a` and `b` may both change src/db.ts',
    )
  })

  test('names tasks without `files` only where another task may run beside them', () => {
    const head = 'agent: claude\ntasks: { a: { prompt: x }, b: { prompt: y, needs: [a] }'
    expect(read(`${head} }`).notices).toEqual([])
    expect(read(`${head}, c: { prompt: z, needs: [a] } }`).notices).toEqual([
      expect.stringMatching(/^b and c have no `files:` and run in parallel with other tasks/),
    ])
    expect(read(`${head}, c: { prompt: z, files: [c.ts] } }`).notices).toEqual([
      expect.stringMatching(/^a and b have no/),
    ])
  })
})
