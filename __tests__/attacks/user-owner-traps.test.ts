import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { UserPlaces } from '../../src/sandbox/user/user-places.ts'
import { hasOtherUsers, makePathWithout, openToOthers, otherUsersTitle } from '../support/other-user.ts'
import { makeFolder } from '../support/repository.ts'
import { makeScene } from './scene.ts'

const asRoot = hasOtherUsers ? test : test.skip

/** Files of root, one of which everyone may write to: the kernel lets everyone link to that. */
function makeVictims() {
  const folder = openToOthers(makeFolder('victims'))
  chmodSync(folder, 0o777)
  for (const [name, mode] of [
    ['closed', 0o600],
    ['open', 0o666],
  ] as const) {
    writeFileSync(join(folder, name), 'of root\n')
    chmodSync(join(folder, name), mode)
  }
  mkdirSync(join(folder, 'inner'))
  writeFileSync(join(folder, 'inner', 'f'), 'of root\n')
  const isUntouched = () =>
    ['closed', 'open', 'inner', 'inner/f'].every(path => statSync(join(folder, path)).uid === 0) &&
    ['closed', 'open', 'inner/f'].every(path => readFileSync(join(folder, path), 'utf8') === 'of root\n')
  return { folder, isUntouched }
}

// Tries: to be given files of root, by links and hard links in its checkout, its home and its exchange folder, when its owner is set again.
// Afterwards: their owner and content are what they were, and the agent cannot read them.
asRoot(`the next command of a checkout is given no foreign file${otherUsersTitle}`, async () => {
  const victims = makeVictims()
  const scene = makeScene({ 'd/f': 'mine\n' })
  openToOthers(scene.repository.folder)
  const plant = [
    'for place in . "$HOME" "$(dirname "$PARALLEL_AGENTS_PROMPT_FILE")" "$(git rev-parse --absolute-git-dir)"; do',
    '  ln -s "$VICTIMS/closed" "$place/a-link"; ln -s "$VICTIMS/inner" "$place/a-folder-link"; ln "$VICTIMS/open" "$place/hard"',
    'done',
    'rm -rf d; ln -s "$VICTIMS/inner" d; rm -f "$HOME/.gitconfig"; ln -s "$VICTIMS/closed" "$HOME/.gitconfig"; ln -s "$VICTIMS" "$HOME/.config"',
    'rm -f "$PARALLEL_AGENTS_PROMPT_FILE"; ln -s "$VICTIMS/closed" "$PARALLEL_AGENTS_PROMPT_FILE"',
  ].join('\n')
  const script = `if [ ! -e tried ]; then ${plant}; touch tried; exit 1; fi
  stat -c '%U %n' "$VICTIMS"/* > owners.txt; cat "$VICTIMS/closed" > stolen.txt; ls -ln . > list.txt; rm -rf d hard a-link a-folder-link; exit 0`
  const { tasks, sandbox } = await scene.run(
    { a: { script, retries: 2 } },
    {},
    { args: ['--sandbox', 'auto'], env: { PATH: makePathWithout('bwrap'), VICTIMS: victims.folder } },
  )

  expect(sandbox).toBe('user')
  expect(tasks.a).toMatchObject({ outcome: 'succeeded', attempts: 2 })
  expect(victims.isUntouched()).toBe(true)
  expect(scene.repository.show(tasks.a?.branch as string, 'owners.txt')).not.toMatch(/UNKNOWN|6\d{4}/)
  expect(scene.repository.show(tasks.a?.branch as string, 'stolen.txt')).toBe('')
  expect(scene.repository.show(tasks.a?.branch as string, 'list.txt')).toMatch(/ \d +0 +0 .*hard/)
})

// Tries: to exchange a folder for a link while its owner is set, so that a file elsewhere is given away.
// Afterwards: that file is still root's, and everything of the place was the user's each time.
asRoot(
  `a process that exchanges folders for links all the time is given no foreign file${otherUsersTitle}`,
  async () => {
    const victims = makeVictims()
    const around = openToOthers(makeFolder('around'))
    const [all, checkout] = [join(around, 'all'), join(around, 'all', 'task')]
    mkdirSync(join(checkout, 'd'), { recursive: true })
    const users = new UserPlaces()
    const place = { name: 'task', own: [checkout], around: openToOthers(join(around, 'records')), all: [all] }
    const swap = `while :; do mv d e; ln -s '${victims.folder}/inner' d; rm -f d; mv e d; done`
    const first = await users.begin(place, () => {})
    const { command, env } = first.wrap(['/bin/sh', '-c', swap], { PATH: process.env.PATH ?? '' })
    const child = spawn(command[0], command.slice(1), { cwd: checkout, env, stdio: 'ignore' })
    const owners = new Set<number>()
    for (let round = 0; round < 15; round++) {
      const next = await users.begin(place, () => {
        const inner = join(checkout, 'd')
        const folder = existsSync(inner) && lstatSync(inner).isDirectory() ? inner : checkout
        rmSync(join(folder, 'f'), { force: true })
        writeFileSync(join(folder, 'f'), 'of the harness\n')
      })
      owners.add(statSync(checkout).uid)
      await next.end(() => {})
    }
    await first.end(() => {})
    await users.close()

    expect(child.exitCode ?? child.signalCode).toBe('SIGKILL')
    expect([...owners]).toEqual([expect.any(Number)])
    expect([...owners][0]).toBeGreaterThanOrEqual(61_184)
    expect(victims.isUntouched()).toBe(true)
    expect(statSync(checkout).uid).toBe(0)
  },
)

// Tries: to have a program with the rights of root, by one that it made before its checkout becomes root's.
// Afterwards: the program has lost that right.
asRoot(`what becomes root's at the end gives no one rights of root${otherUsersTitle}`, async () => {
  const around = openToOthers(makeFolder('around'))
  const checkout = join(around, 'all', 'task')
  mkdirSync(checkout, { recursive: true })
  symlinkSync('/etc/passwd', join(checkout, 'link'))
  const users = new UserPlaces()
  const all = [join(around, 'all')]
  const records = openToOthers(join(around, 'records'))
  const turn = await users.begin({ name: 'task', own: [checkout], around: records, all }, () => {})
  const { command, env } = turn.wrap(['/bin/sh', '-c', 'cp /bin/sh sh; chmod 6755 sh'], {})
  await new Promise(resolve =>
    spawn(command[0], command.slice(1), { cwd: checkout, env }).once('close', resolve),
  )
  expect(statSync(join(checkout, 'sh')).mode & 0o7000).toBe(0o6000)
  await turn.end(() => {})
  await users.close()

  expect(statSync(join(checkout, 'sh'))).toMatchObject({ uid: 0, gid: 0 })
  expect(statSync(join(checkout, 'sh')).mode & 0o7000).toBe(0)
  expect(lstatSync(join(checkout, 'link')).uid).toBe(0)
  expect(statSync('/etc/passwd').uid).toBe(0)
})
