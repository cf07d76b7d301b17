import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { toCheckouts } from '../support/checkouts.ts'
import { runToReport } from '../support/cli.ts'
import { writePlan } from '../support/plan.ts'
import { makeFolder, makeRepository } from '../support/repository.ts'

/** What tells a checkout from every other: a new folder may get the number of a deleted one, but not when it was made. */
const identity = 'stat -c "%i %w" .'

/** Everything in a checkout and its git directory: each path with its kind, its permissions and its content. */
const listing = [
  'find . -mindepth 1 ! -path ./.git -printf "%y %m %p\\n" | sort',
  'find . -type f ! -path ./.git -exec sha1sum {} + | sort',
  'git status --porcelain --ignored',
  'git config --list --local | grep -v global-attributes',
  'ls -R "$(git rev-parse --git-dir)" | grep -v :',
].join('; ')

const files = {
  '.gitignore': '*.local\nbuild/\n',
  'a/one.txt': 'one\n',
  'b/two.txt': 'two\n',
  'keep.txt': 'keep\n',
  'run.sh': '#!/bin/sh\n',
}

/** What an agent can do to a checkout that git does not show at once. */
const mess = [
  'mkdir -p build empty/deep && echo x > build/out.js && echo s > secret.local && echo n > new.txt',
  'cp -p keep.txt kept && echo evil > keep.txt && touch -r kept keep.txt && rm kept',
  'mv a t && mv b a && mv t b',
  'chmod +x keep.txt && ln -s a up',
  'mkdir -p "$(git rev-parse --git-dir)/hooks" && echo "exit 1" > "$(git rev-parse --git-dir)/hooks/pre-commit"',
  'git update-index --assume-unchanged keep.txt && git config core.fsmonitor evil && echo evil > run.sh',
].join('\n')

const nested =
  'git init -q nested && cd nested && git config user.name n && git config user.email n@n && touch f && git add f && git commit -qm n'

describe('the checkout of a task that has ended', () => {
  test('is switched for the next one: no more of them are made than tasks run at once', async () => {
    const repository = makeRepository(files)
    const names = Array.from({ length: 6 }, (_, index) => `t${index}`)
    const tasks = names.map(name => [name, { script: `${identity} > ${name}.txt`, files: [`${name}.txt`] }])
    writePlan(repository, Object.fromEntries(tasks), { 'max-parallel': 2 })
    const { status, integration } = await runToReport(repository)
    const read = (name: string) => repository.git('show', `${integration.branch}:${name}.txt`)

    expect(status).toBe('landed')
    expect(new Set(names.map(read)).size).toBeLessThanOrEqual(2)
    expect(existsSync(toCheckouts(repository))).toBe(false)
  })

  test('shows the next one nothing of what an agent did in it', async () => {
    const repository = makeRepository(files)
    const out = makeFolder('out')
    const look = (name: string) => `(${listing}) > ${out}/${name}; ${identity} > ${out}/${name}.id`
    const quiet = { 'allow-no-changes': true, retries: 0 }
    writePlan(
      repository,
      {
        first: { script: look('first'), ...quiet },
        messy: { script: `${mess}\n${identity} > ${out}/messy.id`, ...quiet },
        second: { script: look('second'), ...quiet },
      },
      { 'max-parallel': 1 },
    )
    const { tasks } = await runToReport(repository)
    const read = (name: string) => readFileSync(join(out, name), 'utf8')

    expect(tasks.messy).toMatchObject({ outcome: 'succeeded', reason: null })
    expect(read('second')).toBe(read('first'))
    expect([read('messy.id'), read('second.id')]).toEqual([read('first.id'), read('first.id')])
  })

  // Its parent keeps it, from another folder: it is not ended with the task. The task ends when it is there.
  const workInside = (out: string) => `
    env -i setsid sh -c 'here=$PWD; cd /; (cd "$here" && : > ${out}/inside && exec sleep 30); true' < /dev/null > /dev/null 2>&1 &
    until [ -e ${out}/inside ]; do sleep 0.02; done`

  test.each([
    ['a repository in it has commits that are nowhere else', () => nested],
    ['a process still works in it', workInside],
    ['a folder in it has other permissions', () => 'chmod 777 a'],
    ['other files are to be written in another form', () => 'echo "* text eol=crlf" > .gitattributes'],
  ])('is not used again when %s', async (_, toScript) => {
    const repository = makeRepository(files)
    const out = makeFolder('out')
    const quiet = { 'allow-no-changes': true, retries: 0 }
    const note = (name: string) => `${identity} > ${out}/${name}; cat keep.txt > ${out}/${name}.txt`
    writePlan(
      repository,
      {
        first: { script: `${note('first')}\n${toScript(out)}`, ...quiet },
        second: { script: note('second'), ...quiet },
      },
      { 'max-parallel': 1 },
    )
    await runToReport(repository)
    const read = (name: string) => readFileSync(join(out, name), 'utf8')

    expect(read('second')).not.toBe(read('first'))
    expect(read('second.txt')).toBe('keep\n')
  })
})
