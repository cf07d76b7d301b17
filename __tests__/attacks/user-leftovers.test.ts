import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { hasOtherUsers, makePathWithout, openToOthers, otherUsersTitle } from '../support/other-user.ts'
import type { ScriptedTask } from '../support/plan.ts'
import { makeFolder } from '../support/repository.ts'
import { makeScene } from './scene.ts'

/** The checkout of task b, whose name any task of the run can know. */
const findOther = 'OTHER="$CHECKOUTS/b-$(basename "$PWD" | sed "s/.*-//")"'

const asRoot = hasOtherUsers ? test : test.skip

async function attack(
  tasks: Readonly<Record<string, ScriptedTask>>,
  rest: Readonly<Record<string, unknown>> = {},
) {
  const scene = makeScene()
  openToOthers(scene.repository.folder)
  const shared = makeFolder('shared')
  chmodSync(shared, 0o777)
  const report = await scene.run(tasks, rest, {
    args: ['--sandbox', 'auto'],
    env: { PATH: makePathWithout('bwrap'), SHARED: shared },
  })
  expect(report.sandbox).toBe('user')
  const show = (task: string, path: string) =>
    scene.repository.show(report.tasks[task]?.branch as string, path)
  return { scene, report, shared, show }
}

/** Processes of all users without accounts that this run may have had. */
function listLeft(marker: string): string[] {
  return readdirSync('/proc').filter(pid => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(marker)
    } catch {
      return false // just ended
    }
  })
}

// Tries: to leave a process in another session and folder, without its environment, that rewrites the checkout of the next task.
// Afterwards: it has ended with the first task, and the second one has what it wrote.
asRoot(
  `a process that left its session cannot rewrite the next task's checkout${otherUsersTitle}`,
  async () => {
    const rewrite =
      'cd /; while :; do echo evil > "$OTHER/b.txt"; date +%s%N > "$SHARED/alive"; sleep 0.05; done'
    const { show, shared, report } = await attack({
      a: {
        script: `${findOther}; env -i PATH="$PATH" SHARED="$SHARED" OTHER="$OTHER" setsid sh -c '${rewrite}' > /dev/null 2>&1 < /dev/null &
      until [ -e "$SHARED/alive" ]; do sleep 0.05; done; echo a > a.txt`,
      },
      b: {
        script:
          'echo good > b.txt; cat "$SHARED/alive" > first.txt; sleep 1; cat "$SHARED/alive" > second.txt; cat b.txt > read.txt',
        needs: ['a'],
      },
    })

    expect(report.tasks.b).toMatchObject({ outcome: 'succeeded' })
    expect(show('b', 'b.txt')).toBe('good')
    expect(show('b', 'read.txt')).toBe('good')
    expect(show('b', 'second.txt')).toBe(show('b', 'first.txt'))
    expect(listLeft(shared)).toEqual([])
  },
)

// Tries: to fork faster than processes can be ended, each in a session of its own.
// Afterwards: none of them runs.
asRoot(`processes that fork all the time end with their task${otherUsersTitle}`, async () => {
  const bomb =
    'f() { setsid sh "$0" "$1" & setsid sh "$0" "$1" & }; [ "$(ls /proc | grep -c "^[0-9]")" -lt 600 ] && f; sleep 0.02; exec sh "$0" "$1"'
  const { report, shared } = await attack({
    a: {
      script: `printf '%s\\n' '${bomb}' > "$TMPDIR/bomb"; cp "$TMPDIR/bomb" bomb; (env -i PATH="$PATH" setsid sh ./bomb "$SHARED" > /dev/null 2>&1 < /dev/null &); sleep 1; echo a > a.txt`,
      files: ['a.txt', 'bomb'],
    },
  })

  expect(report.tasks.a).toMatchObject({ outcome: 'succeeded' })
  expect(listLeft(shared)).toEqual([])
})

// Tries: to leave files, shared memory and queues for the next task.
// Afterwards: none of them is there for it.
asRoot(`nothing is left in shared folders and in shared memory${otherUsersTitle}`, async () => {
  const { show } = await attack({
    a: {
      script: [
        'for place in /tmp /var/tmp /dev/shm; do [ -w $place ] && mkdir -p $place/pa-left/deep && touch $place/pa-left/deep/f && chmod 000 $place/pa-left/deep; done',
        'ln -s "$REPOSITORY" /tmp/pa-left/repository; ipcmk -M 4096 -p 666; ipcmk -Q -p 666; ipcmk -S 1 -p 666; id -u > a.txt; ls -d /tmp/pa-left >> a.txt',
      ].join('\n'),
    },
    b: {
      script:
        'ls -d /tmp/pa-left /var/tmp/pa-left /dev/shm/pa-left > left.txt 2>/dev/null; cat /proc/sysvipc/* > ipc.txt; exit 0',
      needs: ['a'],
    },
  })
  const [user = '', folder] = show('a', 'a.txt').split('\n')

  expect(folder).toBe('/tmp/pa-left')
  expect(show('b', 'left.txt')).toBe('')
  expect(show('b', 'ipc.txt')).not.toMatch(new RegExp(`\\b${user}\\b`))
})

// Tries: to get rights by programs that run as root for everyone, and to enter the checkout and the home of another task by their names.
// Afterwards: it has neither.
asRoot(
  `programs of root give no rights, and other checkouts cannot be entered${otherUsersTitle}`,
  async () => {
    const { show } = await attack(
      {
        a: {
          script: [
            'sudo -n true 2>/dev/null && echo sudo >> won.txt; su -c true 2>/dev/null < /dev/null && echo su >> won.txt',
            `${findOther}; i=0; until [ -e "$SHARED/ready" ] || [ $i -gt 200 ]; do sleep 0.05; i=$((i + 1)); done`,
            'ls "$OTHER" && echo list >> won.txt; cat "$OTHER/secret.txt" && echo read >> won.txt; echo evil > "$OTHER/b.txt" && echo write >> won.txt; rm -rf "$OTHER" && echo remove >> won.txt',
            'for path in home exchange worktree/git; do ls "$STATE/tasks/b/$path" && echo $path >> won.txt; done',
            'grep -h NoNewPrivs /proc/self/status > rights.txt; echo "$OTHER" > other.txt; touch "$SHARED/tried"; exit 0',
          ].join('\n'),
        },
        b: {
          script:
            'echo mine > secret.txt; pwd > own.txt; touch "$SHARED/ready"; i=0; until [ -e "$SHARED/tried" ] || [ $i -gt 200 ]; do sleep 0.05; i=$((i + 1)); done; ls > b.txt',
        },
      },
      { 'max-parallel': 2 },
    )

    expect(() => show('a', 'won.txt')).toThrow()
    expect(show('a', 'other.txt')).toBe(show('b', 'own.txt'))
    expect(show('a', 'rights.txt')).toContain('1')
    expect(show('b', 'b.txt').split('\n')).toContain('secret.txt')
  },
)
