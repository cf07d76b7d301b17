import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runCli, runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository, openTestRepository } from '../support/repository.ts'

const source = `import { a } from './a.ts'

export function first(): number {
  return a
}
`

/** A scripted agent that writes a whole file. */
const writes = (path: string, text: string) => `cat > ${path} <<'END'\n${text}END\n`

const withImport = (name: string, text = source) =>
  text.replace("from './a.ts'\n", `from './a.ts'\nimport { ${name} } from './${name}.ts'\n`)

const adds = (name: string) =>
  `${withImport(name)}\nexport function use${name.toUpperCase()}(): number {\n  return ${name}\n}\n`

describe('conflicts that rules resolve', () => {
  test('are none where .gitattributes says not to merge', async () => {
    const print = (inside: string) => `{\n  "a": 1${inside}\n}\n`
    const repository = makeRepository({ '.gitattributes': '*.json -merge\n', 'x.json': print('') })
    writePlan(repository, {
      b: { script: writes('x.json', print(',\n  "b": 2')) },
      c: { script: writes('x.json', print(',\n  "c": 3')) },
    })
    const { code, tasks } = await runToReport(repository)

    expect(code).toBe(1)
    expect(tasks.c).toMatchObject({ landing: 'conflicted' })
  })

  test('land with both sides, and the merge commit says how', async () => {
    const repository = makeRepository({ 'src/m.ts': source })
    writePlan(repository, {
      b: { script: writes('src/m.ts', adds('b')) },
      c: { script: writes('src/m.ts', adds('c')) },
      d: { script: 'grep -q useB src/m.ts && grep -q useC src/m.ts && echo d > d.txt', needs: ['b', 'c'] },
    })
    const { code, integration } = await runToReport(repository)

    expect(code).toBe(0)
    const merged = repository.show(integration.branch as string, 'src/m.ts')
    for (const part of ["from './b.ts'", "from './c.ts'", 'useB', 'useC']) expect(merged).toContain(part)
    expect(integration.conflicts).toMatchObject([{ task: 'c', path: 'src/m.ts' }])
    expect(integration.conflicts[0]?.resolution).toMatch(/^rule:/)
    expect(
      repository.git('log', '--format=%(trailers:key=Resolved,valueonly)', `main..${integration.branch}`),
    ).toContain('src/m.ts (rule:')
  })

  test('are left to people when the plan says so', async () => {
    const repository = makeRepository({ 'src/m.ts': source })
    writePlan(
      repository,
      { b: { script: writes('src/m.ts', adds('b')) }, c: { script: writes('src/m.ts', adds('c')) } },
      { integration: { 'on-conflict': 'stop' } },
    )
    expect((await runToReport(repository)).tasks.c?.landing).toBe('conflicted')
  })

  test('of generated files are made again by their command, once', async () => {
    const repository = makeRepository({ 'parts/a': 'a\n', 'all.txt': 'a\n' })
    const make = 'cat parts/* > all.txt'
    writePlan(
      repository,
      {
        b: { script: `echo b > parts/b; ${make}` },
        c: { script: `echo c > parts/c; ${make}` },
      },
      { integration: { generated: { '*.txt': `${make}; echo x >> ${repository.folder}/made` } } },
    )
    const { run, integration } = await runToReport(repository)

    expect(repository.show(integration.branch as string, 'all.txt')).toBe('a\nb\nc')
    expect(integration.conflicts).toMatchObject([{ resolution: 'rule:generated' }])
    expect((await runCli(repository.folder, ['merge', run])).code).toBe(0)
    expect(repository.read('made')).toBe('x\n')
  })
})

describe('merge drivers that are installed', () => {
  const both = {
    b: { script: writes('limit.txt', 'limit 10 for b\n') },
    c: { script: writes('limit.txt', 'limit 20 for c\n') },
  }

  /** Stands in for a driver: joins both sides, or drops one. */
  function installDriver(script: string): Record<string, string> {
    const folder = makeFolder('bin')
    writeFileSync(join(folder, 'mergiraf'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    return { PATH: `${folder}:${process.env.PATH}` }
  }

  test('are asked, and what they answer is remembered', async () => {
    const repository = makeRepository({ 'limit.txt': 'limit 5\n' })
    writePlan(repository, both)
    const env = installDriver(`[ "$1 $2 $6 $7" = "merge --git -p limit.txt" ] && cat "$5" >> "$4"`)
    const { code, run, integration } = await runToReport(repository, [], { env })

    expect(code).toBe(0)
    expect(integration.conflicts).toMatchObject([{ resolution: 'rule:drivers' }])
    expect(repository.show(integration.branch as string, 'limit.txt')).toBe('limit 10 for b\nlimit 20 for c')
    const again = JSON.parse((await runCli(repository.folder, ['merge', run, '--json'])).stdout)
    expect(again.integration.commit).toBe(integration.commit)
  })

  test('have to drop nothing', async () => {
    const repository = makeRepository({ 'limit.txt': 'limit 5\n' })
    writePlan(repository, both, { integration: { candidates: 0 } })
    const { tasks, integration } = await runToReport(repository, [], { env: installDriver('cp "$5" "$4"') })

    expect(tasks.c?.landing).toBe('conflicted')
    expect(integration.conflicts[0]?.detail).toContain('mergiraf: this line was dropped: `limit 10 for b`')
  })
})

const limits = {
  b: { script: writes('limit.txt', 'limit 10 for b\n') },
  c: { script: writes('limit.txt', 'limit 20 for c\n') },
}
const resolver = (script: string) => ({
  agents: { merger: { command: script } },
  integration: { agent: 'merger' },
})

/** The support for plans names agents after their tasks; this adds one of the integration. */
function writeResolverPlan(repository: ReturnType<typeof makeRepository>, script: string) {
  const rest = resolver(script)
  writePlan(repository, limits, { integration: rest.integration })
  const plan = JSON.parse(repository.read('plan.yml'))
  repository.write({ 'plan.yml': JSON.stringify({ ...plan, agents: { ...plan.agents, ...rest.agents } }) })
}

describe('conflicts that an agent resolves', () => {
  test('are applied when nothing is lost; losses are reported, and the answer is remembered', async () => {
    const repository = makeRepository({ 'limit.txt': 'limit 5\n' })
    const count = `${repository.folder}/count`
    writeResolverPlan(
      repository,
      `echo x >> ${count}; cp "$PARALLEL_AGENTS_PROMPT_FILE" ${repository.folder}/prompt
       if grep -q refused "$PARALLEL_AGENTS_PROMPT_FILE"; then printf 'limit 10 for b\\nlimit 20 for c\\n' > limit.txt; echo x > extra.txt
       else echo 'limit 10 for b' > limit.txt; fi`,
    )
    const { run, code, integration, stderr } = await runToReport(repository)

    expect(code).toBe(0)
    expect(stderr).toContain('also changed extra.txt: those changes are discarded')
    expect(integration.conflicts).toMatchObject([{ task: 'c', path: 'limit.txt', resolution: 'agent' }])
    expect(repository.show(integration.branch as string, 'limit.txt')).toBe('limit 10 for b\nlimit 20 for c')
    expect(repository.read('prompt')).toContain('20 for c')
    expect(repository.read('count')).toBe('x\nx\n')
    const again = JSON.parse((await runCli(repository.folder, ['merge', run, '--json'])).stdout)
    expect(again.integration.commit).toBe(integration.commit)
    expect(repository.read('count')).toBe('x\nx\n')
  })

  test('are left when it keeps dropping a side', async () => {
    const repository = makeRepository({ 'limit.txt': 'limit 5\n' })
    writeResolverPlan(repository, "echo 'limit 10 for b' > limit.txt")
    const { code, tasks, integration } = await runToReport(repository)

    expect(code).toBe(1)
    expect(tasks.c?.landing).toBe('conflicted')
    expect(integration.conflicts[0]?.detail).toContain('merger: limit.txt')
  })

  test('may lose what it names', async () => {
    const repository = makeRepository({ 'limit.txt': 'limit 5\n' })
    writeResolverPlan(
      repository,
      `file=$(grep -o '[^ ]*choices.jsonl' "$PARALLEL_AGENTS_PROMPT_FILE" | head -1)
       echo '{"path": "limit.txt", "sentence": "the higher limit counts", "dropped": ["limit 10 for b"]}' > "$file"
       echo 'limit 20 for c' > limit.txt`,
    )
    const { code, integration } = await runToReport(repository)

    expect(code).toBe(0)
    expect(integration.conflicts[0]?.choices).toEqual(['the higher limit counts'])
  })
})

describe('an agent that says what was decided', () => {
  const files = `file=$(grep -o '[^ ]*choices.jsonl' "$PARALLEL_AGENTS_PROMPT_FILE" | head -1)`

  test('cannot say that nothing of either side counts', async () => {
    const repository = makeRepository({ 'limit.txt': 'limit 5\n' })
    writeResolverPlan(
      repository,
      `${files}; echo limit > limit.txt
       echo '{"path": "limit.txt", "sentence": "all gone", "dropped": ["limit 10 for b"]}' > "$file"
       echo '{"path": "limit.txt", "sentence": "all gone", "dropped": ["limit 20 for c"]}' >> "$file"`,
    )
    const { tasks, integration } = await runToReport(repository)

    expect(tasks.c?.landing).toBe('conflicted')
    expect(integration.conflicts[0]?.detail).toContain('this line was dropped')
  })

  test.each([
    ['a pipe', 'mkfifo "$file"'],
    ['a folder', 'mkdir "$file"'],
    ['a link', 'ln -s /dev/zero "$file"'],
  ])('in %s instead of a file has said nothing', async (_, script) => {
    const repository = makeRepository({ 'limit.txt': 'limit 5\n' })
    writeResolverPlan(
      repository,
      `${files}; ${script}; printf 'limit 10 for b\\nlimit 20 for c\\n' > limit.txt`,
    )
    expect((await runToReport(repository)).tasks.c?.landing).toBe('landed')
  })
})

describe('conflicts that a person resolves', () => {
  const tasks = {
    b: { script: writes('limit.txt', 'limit 10 for b\n') },
    c: { script: writes('limit.txt', 'limit 20 for c\n') },
    d: { script: 'cat limit.txt > d.txt', needs: ['c'] },
  }

  test('are checked out, taken over, merged and tested', async () => {
    const repository = makeRepository({ 'limit.txt': 'limit 5\n' })
    writePlan(repository, tasks, { integration: { test: 'test -f limit.txt' } })
    const first = await runToReport(repository)
    expect([first.tasks.c?.landing, first.tasks.d?.landing]).toEqual(['conflicted', 'held'])

    const work = JSON.parse((await runCli(repository.folder, ['merge', '--resolve', 'c', '--json'])).stdout)
    expect(work.paths).toEqual(['limit.txt'])
    const file = relative(repository.folder, join(work.folder, 'limit.txt'))
    expect(repository.read(file)).toContain('<<<<<<<')
    const unresolved = await runCli(repository.folder, ['merge', '--continue'])
    expect([unresolved.code, unresolved.stderr]).toEqual([2, expect.stringContaining('conflict marker')])

    repository.write({ [file]: 'limit 20 for c\n' })
    const lossy = await runCli(repository.folder, ['merge', '--continue'])
    expect([lossy.code, lossy.stderr]).toEqual([2, expect.stringContaining('limit 10 for b')])
    const args = ['merge', '--continue', '--because', 'c knows better', '--json']
    const { code, stdout } = await runCli(repository.folder, args)
    const { integration, tasks: landed } = JSON.parse(stdout)

    expect(code).toBe(0)
    expect(landed.d.landing).toBe('landed')
    expect(integration.tests).toBe('passed')
    expect(integration.conflicts).toMatchObject([{ resolution: 'person' }])
    expect(repository.show(integration.branch, 'limit.txt')).toBe('limit 20 for c')
    expect(existsSync(work.folder)).toBe(false)
  })

  test('are a real merge of what will land, and stay resolved when a branch before it goes or changes', async () => {
    const lines = (first: string, last: string) => `${first}\n1\n2\n3\n4\n${last}\n`
    const repository = makeRepository({ 'f.txt': lines('top', 'limit 5') })
    writePlan(
      repository,
      {
        bad: { script: "sed -i 's/top/broken/' f.txt" },
        a: { script: "sed -i 's/limit 5/limit 10 for a/' f.txt" },
        b: { script: "sed -i 's/limit 5/limit 20 for b/' f.txt" },
      },
      { integration: { test: '! grep -q broken f.txt', 'flaky-retries': 0 } },
    )
    const first = await runToReport(repository)
    expect([first.tasks.bad?.landing, first.tasks.b?.landing]).toEqual(['evicted', 'conflicted'])

    const { folder } = JSON.parse(
      (await runCli(repository.folder, ['merge', '--resolve', 'b', '--json'])).stdout,
    )
    const checkout = openTestRepository(folder)
    expect(checkout.git('status', '--porcelain', '--untracked-files=no')).toBe('UU f.txt')
    expect(checkout.git('rev-parse', 'MERGE_HEAD')).toBe(first.tasks.b?.commit)
    expect(checkout.read('f.txt')).toBe(
      lines(
        'top',
        '<<<<<<< main with a\nlimit 10 for a\n||||||| before both\nlimit 5\n=======\nlimit 20 for b\n>>>>>>> b',
      ),
    )
    checkout.write({ 'f.txt': lines('top', 'limit 10 for a\nlimit 20 for b'), 'f.txt.orig': 'of mergetool' })
    const done = JSON.parse((await runCli(repository.folder, ['merge', '--continue', '--json'])).stdout)
    expect(done.tasks).toMatchObject({ bad: { landing: 'evicted' }, b: { landing: 'landed' } })

    repository.write({ 'f.txt': lines('new top', 'limit 5') })
    repository.commit('the target changes the same file elsewhere')
    const landed = JSON.parse((await runCli(repository.folder, ['merge', '--land', 'push', '--json'])).stdout)
    expect(landed.integration.land).toMatchObject({ done: true })
    expect(repository.show('main', 'f.txt')).toBe(lines('new top', 'limit 10 for a\nlimit 20 for b').trim())
  })

  test.each([
    ['leaves conflicts to people', { 'on-conflict': 'stop' }],
    ['remembers no other resolutions', { resolvers: ['lines'] }],
  ])('stay resolved in a plan that %s', async (_, integration) => {
    const repository = makeRepository({ 'limit.txt': 'limit 5\n' })
    writePlan(repository, { b: tasks.b, c: tasks.c }, { integration })
    await runToReport(repository)
    const work = JSON.parse((await runCli(repository.folder, ['merge', '--resolve', 'c', '--json'])).stdout)
    repository.write({
      [relative(repository.folder, join(work.folder, 'limit.txt'))]: 'limit 10 for b\nlimit 20 for c\n',
    })
    const { code, stdout } = await runCli(repository.folder, ['merge', '--continue', '--json'])

    expect(JSON.parse(stdout).integration.conflicts).toMatchObject([{ task: 'c', resolution: 'person' }])
    expect(code).toBe(0)
  })

  test('have applied what rules resolve, and say so: markers are only where a person decides', async () => {
    const print = (inside: string) => `{\n  "a": 1${inside}\n}\n`
    const repository = makeRepository({ 'x.json': print(''), 't.txt': 'one\n' })
    const makes = (id: string, count: number) => ({
      script: `${writes('x.json', print(`,\n  "${id}": ${count}`))}echo ${id} > t.txt`,
    })
    writePlan(repository, { b: makes('b', 2), c: makes('c', 3) })
    const { run } = await runToReport(repository)
    const { stdout } = await runCli(repository.folder, ['merge', '--resolve', 'c'])
    expect(stdout).toContain('resolved already: x.json (rule keys)')
    expect(stdout).toContain(` merge ${run} --continue`)
    const folder = /is checked out in (.*)/.exec(stdout)?.[1] as string
    expect(JSON.parse(readFileSync(join(folder, 'x.json'), 'utf8'))).toEqual({ a: 1, b: 2, c: 3 })
    expect(readFileSync(join(folder, 't.txt'), 'utf8')).toContain('<<<<<<< main with b')

    writeFileSync(join(folder, 't.txt'), 'b c\n')
    const done = JSON.parse((await runCli(repository.folder, ['merge', '--continue', '--json'])).stdout)
    expect(repository.show(done.integration.commit, 'x.json')).toContain('"c": 3')
  })

  test('must be there, are not checked out again over what the person has done, and are all that may be changed', async () => {
    const repository = makeRepository({ 'limit.txt': 'limit 5\n', 'other.txt': 'as it was\n' })
    writePlan(repository, tasks)
    await runToReport(repository)
    const none = await runCli(repository.folder, ['merge', '--continue'])
    expect([none.code, none.stderr]).toEqual([2, expect.stringMatching(/merge \S+ --resolve <task>/)])
    const wrong = await runCli(repository.folder, ['merge', '--resolve', 'b'])
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('b has no conflict')])

    const resolve = async () =>
      JSON.parse((await runCli(repository.folder, ['merge', '--resolve', 'c', '--json'])).stdout).folder
    const abandoned = await resolve()
    writeFileSync(join(abandoned, 'limit.txt'), 'half done\n')
    const again = await runCli(repository.folder, ['merge', '--resolve', 'c'])
    expect([again.code, again.stderr]).toEqual([
      2,
      expect.stringContaining(`is being resolved in ${abandoned}`),
    ])
    expect(readFileSync(join(abandoned, 'limit.txt'), 'utf8')).toBe('half done\n')
    rmSync(abandoned, { recursive: true })

    const folder = await resolve()
    writeFileSync(join(folder, 'limit.txt'), 'limit 10 for b\nlimit 20 for c\n')
    writeFileSync(join(folder, 'other.txt'), 'changed\n')
    writeFileSync(join(folder, 'new.txt'), 'new\n')
    const { code, stderr } = await runCli(repository.folder, ['merge', '--continue'])
    expect(code).toBe(2)
    expect(stderr).toContain('other.txt: not conflicted')
    expect(stderr).toContain('new.txt: not conflicted')
    writeFileSync(join(folder, 'other.txt'), 'as it was\n')
    rmSync(join(folder, 'new.txt'))
    expect((await runCli(repository.folder, ['merge', '--continue'])).code).toBe(0)
  })
})

describe('second chances', () => {
  test('on-conflict: agent lets the task be redone on what landed', async () => {
    const repository = makeRepository({ 'list.txt': 'one\n' })
    const script = (line: string) =>
      `cp "$PARALLEL_AGENTS_PROMPT_FILE" ${repository.folder}/prompt-${line}; tail -1 list.txt > before; sed -i "s/$(cat before)/$(cat before) ${line}/" list.txt; rm before`
    writePlan(
      repository,
      {
        b: { script: script('b') },
        c: { script: script('c') },
        d: { script: 'cat list.txt > d.txt', needs: ['c'] },
      },
      { integration: { 'on-conflict': 'agent', resolvers: [] } },
    )
    const { code, tasks, integration } = await runToReport(repository)

    expect(code).toBe(0)
    expect(tasks.c?.attempts).toBe(2)
    expect(repository.show(integration.branch as string, 'list.txt')).toBe('one b c')
    expect(repository.read('prompt-c')).toContain('could not be merged')
    const [path, resolution] = ['list.txt', 'agent']
    expect(integration.conflicts).toMatchObject(['c', 'd'].map(task => ({ task, path, resolution })))
    const { stdout } = await runCli(repository.folder, ['conflicts'])
    expect(stdout).toContain('resolved by agent: its own agent redid its work on top of what had landed')
  })

  test('redone work that drops changes of the other side is reported, and not applied', async () => {
    const repository = makeRepository({ 'list.txt': 'one\n' })
    writePlan(
      repository,
      {
        b: { script: 'echo b > list.txt' },
        c: { script: `cp "$PARALLEL_AGENTS_PROMPT_FILE" ${repository.folder}/prompt-c; echo c > list.txt` },
      },
      { integration: { resolvers: [] }, budget: { minutes: 60 } },
    )
    const { code, tasks, integration } = await runToReport(repository)

    expect(code).toBe(1)
    expect(tasks.c).toMatchObject({ landing: 'conflicted', attempts: 3 })
    expect(integration.forecast).toMatchObject([{ tasks: ['b', 'c'], expected: 'agent' }])
    expect(repository.show(integration.branch as string, 'list.txt')).toBe('b')
    expect(repository.read('prompt-c')).toContain('this line was dropped: `b`')
    expect(repository.read('prompt-c')).toContain('### What b is about')
  })

  test('repair: an agent fixes what breaks the test, only within the scope of that task', async () => {
    const repository = makeRepository({ 'limit.txt': '1\n' })
    const repair = `cp "$PARALLEL_AGENTS_PROMPT_FILE" ${repository.folder}/prompt-repair; test -f b.txt && echo 3 > limit.txt`
    writePlan(
      repository,
      {
        b: { script: 'echo 3 > b.txt', files: ['b.txt'] },
        low: { script: 'echo 2 > limit.txt', files: ['limit.txt'] },
      },
      {
        agents: { mender: { command: repair } },
        integration: {
          test: 'test "$(cat limit.txt)" = 1 || test "$(cat limit.txt)" = "$(cat b.txt)" || { echo "Error: below the limit"; exit 1; }',
          repair: { agent: 'mender' },
          'flaky-retries': 0,
        },
      },
    )
    const { code, tasks, integration } = await runToReport(repository)

    expect(code).toBe(0)
    expect(tasks.low).toMatchObject({ landing: 'landed', attempts: 2 })
    expect(repository.show(integration.branch as string, 'limit.txt')).toBe('3')
    expect(repository.read('prompt-repair')).toContain('Error: below the limit')
    expect(repository.read('prompt-repair')).toContain('### What b is about')
  })

  test('on-evict: retry redoes a culprit, which is tested like any other', async () => {
    const repository = makeRepository({ 'a.txt': '1\n' })
    writePlan(
      repository,
      {
        b: { script: 'echo b > b.txt' },
        bad: {
          script: 'if [ -f b.txt ]; then echo good > x.txt; else echo bad > x.txt; fi',
          retries: 0,
        },
      },
      { integration: { test: '! grep -q bad x.txt', 'on-evict': 'retry', 'flaky-retries': 0 } },
    )
    const { code, tasks, integration } = await runToReport(repository)

    expect(code).toBe(0)
    expect(tasks.bad).toMatchObject({ landing: 'landed', attempts: 2 })
    expect(repository.show(integration.branch as string, 'x.txt')).toBe('good')
  })

  test('that fail leave the earlier result', async () => {
    const repository = makeRepository()
    const once = `if [ -f ${repository.folder}/once ]; then exit 1; fi; touch ${repository.folder}/once; echo bad > x.txt`
    writePlan(
      repository,
      { b: { script: 'echo b > b.txt' }, bad: { script: once } },
      { integration: { test: '! grep -q bad x.txt', 'on-evict': 'retry', 'flaky-retries': 0 } },
    )
    const { code, tasks } = await runToReport(repository)

    expect(code).toBe(1)
    expect(tasks.bad).toMatchObject({ outcome: 'succeeded', landing: 'evicted', attempts: 2 })
    expect(repository.show(tasks.bad?.branch as string, 'x.txt')).toBe('bad')
  })
})
