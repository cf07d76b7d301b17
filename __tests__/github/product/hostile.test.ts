import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { requireNode24 } from '../runner/node-binary.ts'
import type { WorkflowRun } from '../runner/workflow-run.ts'
import type { Repository } from '../services/repository.ts'
import { changeCall, createCaller, type Left, readLeft, runReused } from './caller.ts'
import { useProduct } from './product.ts'

const inHere = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const github = useProduct()
const node = requireNode24()
/** Before a command: it gets the environment of its job, with the token that no agent is given. */
const steal = `${node} ${inHere('./programs/steal.mjs')}`
const outside = mkdtempSync(join(tmpdir(), 'pa-hostile-'))
afterAll(() => rmSync(outside, { recursive: true }))

const honest = { script: 'echo honest > honest.txt', files: ['honest.txt'] }

/** Every ref of a repository that no run may touch: not its own, and not the branch of the pull request at its result. */
async function readOthers(repository: Repository, id: string): Promise<string[]> {
  const refs = await repository.refs()
  const result = refs[`refs/heads/agents/${id}/integration`]
  const own = [`refs/heads/agents/${id}/`, `refs/parallel-agents/${id}/`]
  return Object.entries(refs)
    .filter(([ref]) => !own.some(start => ref.startsWith(start)))
    .filter(([ref, commit]) => !(ref.startsWith('refs/heads/agents/results/') && commit === result))
    .map(([ref]) => ref)
}

describe('hostile agents in their own jobs', () => {
  const trap = join(outside, 'sprung')
  const tasks = {
    honest,
    pushes: {
      script: `${steal} sh -c 'echo "token of \${#STOLEN_TOKEN}" > pushes.txt
        for ref in main stolen; do git push "$STOLEN_URL" HEAD:refs/heads/$ref >> pushes.txt 2>&1; done
        curl -s -X POST -H "Authorization: Bearer $STOLEN_TOKEN" -d "{}" "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/pulls" >> pushes.txt; true'`,
      files: ['pushes.txt'],
    },
    commands: {
      script: `for line in '::error::hacked' '::add-path::/evil' '::set-output name=status::landed' '::stop-commands::x' '::endgroup::'; do echo "$line"; echo "$line" >&2; done
        ${steal} sh -c 'for file in "$GITHUB_ENV" "$GITHUB_OUTPUT" "$GITHUB_PATH" "$GITHUB_STATE"; do echo "landed-tasks=[]" >> "$file"; done; echo done > commands.txt'`,
      files: ['commands.txt'],
    },
    plants: {
      script: `printf '#!/bin/sh\\necho "$0 $*" >> ${trap}\\n' > ${outside}/evil; chmod +x ${outside}/evil
        plant() { git config core.fsmonitor ${outside}/evil; git config core.hooksPath ${outside}/hooks; git config filter.evil.clean ${outside}/evil
          git config filter.evil.smudge ${outside}/evil; git config merge.evil.driver ${outside}/evil; git config diff.external ${outside}/evil; }
        mkdir -p ${outside}/hooks; for hook in pre-commit post-checkout reference-transaction pre-push; do cp ${outside}/evil ${outside}/hooks/$hook; done
        plant; echo '* filter=evil merge=evil diff=evil text eol=crlf' > .gitattributes; printf 'a\\nb\\n' > plants.txt`,
      files: ['plants.txt', '.gitattributes'],
    },
    replaces: {
      script: `folder=\${PATH%%:*}; case $folder in */tools) ;; *) exit 9 ;; esac
        printf '#!/bin/sh\\necho "$*" >> ${outside}/replaced\\nexec %s "$@"\\n' "$(command -v git)" > $folder/git; chmod +x $folder/git
        git status > /dev/null; echo done > replaces.txt`,
      files: ['replaces.txt'],
    },
    renames: {
      script: `echo done > renames.txt; git add renames.txt; git -c user.name=A -c user.email=a@x commit -qm x
        git branch -M main; git push . HEAD:refs/heads/main; git update-ref refs/heads/agents/$PARALLEL_AGENTS_RUN/tasks/honest HEAD
        ${steal} sh -c 'unset GIT_DIR; cp renames.txt "$GITHUB_WORKSPACE/evil.txt"; cd "$GITHUB_WORKSPACE"; git add -f evil.txt
          git -c user.name=A -c user.email=a@x commit -qm evil; git branch -f main HEAD; git update-ref refs/heads/agents/$PARALLEL_AGENTS_RUN/integration HEAD'; true`,
      files: ['renames.txt'],
    },
  }
  const prepare = 'mkdir "$RUNNER_TEMP/tools" && echo "$RUNNER_TEMP/tools" >> "$GITHUB_PATH"'
  let repository: Repository
  let run: WorkflowRun
  let left: Left
  let before: string

  beforeAll(async () => {
    repository = await createCaller(github(), { tasks, plan: { 'max-parallel': 10 } })
    await changeCall(repository, /prepare: .*/, `prepare: ${prepare}`)
    before = await repository.git('rev-parse', 'main')
    run = await runReused(github(), repository)
    left = await readLeft(repository, run)
  })

  test('change nothing outside their scope', async () => {
    expect(await repository.git('rev-parse', 'main')).toBe(before)
    expect(await readOthers(repository, left.id)).toEqual(['refs/heads/main'])
    expect(Object.keys(await left.read('integration'))).toEqual(
      expect.arrayContaining(['commands.txt', 'honest.txt', 'pushes.txt', 'replaces.txt']),
    )
    expect(Object.keys(await left.read('integration'))).not.toContain('evil.txt')
    expect(await left.read('tasks/honest')).toEqual({ 'honest.txt': 'honest\n' })
    const owners = new Set((await repository.pushes()).map(({ owner }) => owner))
    expect([...owners]).toEqual([expect.stringContaining('publish')])
  })

  test('find a token that cannot push and opens no pull request', async () => {
    const { 'pushes.txt': text } = await left.read('tasks/pushes')

    expect(text).toMatch(/^token of 40$/m)
    expect(text?.match(/403/g)?.length).toBeGreaterThan(1)
    expect(text).toContain('Resource not accessible by integration')
    expect(left.pulls).toHaveLength(1)
  })

  test('give the runner no commands, and their outputs are ignored', () => {
    const { annotations, log } = run.job('agents / commands')

    expect(log).toContain('::error::hacked')
    expect(annotations.map(({ message }) => message).join()).not.toContain('hacked')
    expect(run.job('agents / publish').outputs['landed-tasks']).toContain('honest')
  })

  test('configure no git of the harness, and their attributes change no bytes', async () => {
    expect(existsSync(trap)).toBe(false)
    const { 'plants.txt': text } = await left.read('tasks/plants')
    expect(text).toBe('a\nb\n')
  })

  test('replace git in the path for themselves alone', () => {
    expect(readFileSync(join(outside, 'replaced'), 'utf8')).toBe('status\n')
  })
})

describe('hostile agents that impersonate the harness', () => {
  const upload = inHere('../node_modules/.cache/bundles/built-in/upload-artifact/main.mjs')
  const forge = (task: string, path: string, name: string) =>
    `folder=$(mktemp -d -p ${outside}); cd /; ${steal} sh -c '${node} ${inHere('./programs/forge.ts')} ${task} ${path} '$folder'
      env INPUT_OVERWRITE=false INPUT_INCLUDE-HIDDEN-FILES=false INPUT_IF-NO-FILES-FOUND=error INPUT_NAME=parallel-agents-$PARALLEL_AGENTS_RUN-1-${name} INPUT_PATH='$folder' ${node} ${upload}'; cd -`
  let repository: Repository
  let run: WorkflowRun
  let left: Left

  beforeAll(async () => {
    repository = await createCaller(github(), {
      tasks: {
        honest,
        forger: {
          script: `${forge('forger', 'evil.txt', 'forger')}; echo x > forger.txt`,
          files: ['forger.txt'],
        },
        impostor: {
          script: `${forge('victim', '.github/workflows/evil.yml', 'victim')}; echo x > impostor.txt`,
          files: ['impostor.txt'],
        },
        victim: {
          script: 'while [ ! -e impostor.txt ]; do sleep 0.1; done; echo victim > victim.txt',
          files: ['victim.txt'],
          needs: ['impostor'],
        },
        thief: {
          script: `${forge('prey', 'evil.txt', 'prey')}; touch ${outside}/stolen; echo x > thief.txt`,
          files: ['thief.txt'],
        },
        prey: {
          script: `i=0; while [ $i -lt 300 ] && [ ! -e ${outside}/stolen ]; do sleep 0.1; i=$((i + 1)); done; echo prey > prey.txt`,
          files: ['prey.txt'],
        },
        mixer: {
          script: `${forge('forger', 'evil.txt', 'mixer')}; echo x > mixer.txt`,
          files: ['mixer.txt'],
        },
      },
    })
    run = await runReused(github(), repository)
    left = await readLeft(repository, run)
  })

  test('get nothing into the repository, and are named', async () => {
    const refs = Object.keys(await repository.refs())
    const trees = await Promise.all(
      refs.map(ref => repository.git('ls-tree', '-r', '--name-only', `${ref}`).catch(() => '')),
    )

    expect(trees.join('\n')).not.toContain('evil')
    expect(await readOthers(repository, left.id)).toEqual(['refs/heads/main'])
    expect(await left.read('integration')).toMatchObject({ 'honest.txt': 'honest\n' })
    const { log } = run.job('agents / publish')
    expect(log).toMatch(/forger.*not signed by the process that runs its lane/)
    expect(log).toMatch(/victim.*not signed by the process that runs its lane/)
    expect(log).toMatch(/prey.*not come from the job of its lane/)
    expect(log).toMatch(/thief.*also handed over prey/)
    expect(log).toMatch(/mixer/)
  })
})

describe('a hostile agent that says it has merged and tested', () => {
  test('gets nothing into the result that was not tested', async () => {
    const repository = await createCaller(github(), {
      tasks: {
        bad: { script: 'echo bad > bad.txt', files: ['bad.txt'] },
        liar: {
          script: `cd /; ${steal} ${node} ${inHere('./programs/forge-merge.ts')}; exit 1`,
          needs: ['bad'],
          retries: 0,
        },
      },
      plan: { integration: { test: 'test ! -e bad.txt' } },
    })
    const run = await runReused(github(), repository)
    const left = await readLeft(repository, run)

    const artifacts = github().artifacts.list(run.id)
    expect(artifacts.map(({ name }) => name)).toContain(`parallel-agents-${left.id}-1-merge.result`)
    const days = artifacts.map(({ expiresAt }) => (Date.parse(expiresAt ?? '') - Date.now()) / 86_400_000)
    expect(days.filter(left => !(left > 4 && left <= 5))).toEqual([]) // what is not published is kept for few days
    expect(left.branches).toEqual([]) // nor what else its job has left
    expect(left.pulls).toEqual([])
    expect(run.job('agents / publish').log).toContain('its job merges, and does no lane')
  })
})
