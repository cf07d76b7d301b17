import { expect, test } from '@jest/globals'
import { hasOtherUsers, makePathWithout, openToOthers, otherUsersTitle } from '../support/other-user.ts'
import type { ScriptedTask } from '../support/plan.ts'
import { hasSandbox } from '../support/sandbox.ts'
import { makeScene, type Scene } from './scene.ts'

export interface SandboxAttack {
  /** What the agent does. `$USER_HOME` is the home of the user, `$REPOSITORY` the user's checkout. */
  readonly script: string
  /** Tasks that run beside it. */
  readonly beside?: Readonly<Record<string, ScriptedTask>>
  readonly content?: Readonly<Record<string, string>>
  /** Whether users of their own get it, which docs/security.md says. */
  readonly isOpenToUsers?: boolean
  /** Whether it got what it wanted. It may have left a file `loot` in its checkout. */
  succeeded(scene: Scene, loot: string): boolean
}

/** An attack that only the sandbox stops: in it the attack fails, and without it it succeeds, so that the test is known to bite. */
export function testSandbox(what: string, attack: SandboxAttack): void {
  const run = hasSandbox ? test : test.skip
  run(`an agent cannot ${what} in the sandbox`, async () => {
    expect(await tryAttack(attack, 'auto')).toBe(false)
  })
  const runAsUser = hasOtherUsers && attack.isOpenToUsers !== true ? test : test.skip
  runAsUser(`an agent cannot ${what} as a user of its own${otherUsersTitle}`, async () => {
    expect(await tryAttack(attack, 'user')).toBe(false)
  })
  run(`an agent can ${what} without a sandbox`, async () => {
    expect(await tryAttack(attack, 'none')).toBe(true)
  })
}

async function tryAttack(attack: SandboxAttack, sandbox: 'auto' | 'none' | 'user'): Promise<boolean> {
  const scene = makeScene(attack.content)
  const isUser = sandbox === 'user'
  const env = isUser ? { PATH: makePathWithout('bwrap') } : {}
  if (isUser) openToOthers(scene.repository.folder)
  const a = { script: `${attack.script}\necho done > done.txt; exit 0` }
  const report = await scene
    .run({ a, ...attack.beside }, {}, { args: ['--sandbox', isUser ? 'auto' : sandbox], env })
    .catch(() => undefined)
  if (isUser) expect(report?.sandbox).toBe('user')
  const { repository } = scene
  const branch = report?.tasks.a?.branch ?? report?.tasks.a?.kept
  const loot =
    branch && repository.git('ls-tree', branch, 'loot') !== '' ? repository.show(branch, 'loot') : ''
  return attack.succeeded(scene, loot)
}
