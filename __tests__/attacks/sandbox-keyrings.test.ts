import { spawnSync } from 'node:child_process'
import { afterAll, test } from '@jest/globals'
import { testSandbox } from './sandbox-attack.ts'

// Tries: to find a secret that the user has put into a keyring of the kernel, as Kerberos does with tickets.
// Afterwards: it was not found. Perl can make system calls; in many containers these are denied to all.
const numbers: Readonly<Record<string, readonly [number, number]>> = { x64: [248, 250], arm64: [217, 219] }
const [addKey, keyControl] = numbers[process.arch] ?? [0, 0]
const keyringOfUser = -4
const name = `parallel-agents-${process.pid}`
const [search, unlink] = [10, 9]
const toCall = (operation: string) => `
  my $name = "${name}"; my $kind = "user"; my $secret = "secret";
  my $key = ${operation};
  exit($key > 0 ? 0 : 1);`
const find = toCall(`syscall(${keyControl}, ${search}, ${keyringOfUser}, $kind, $name, 0)`)

const added = spawnSync('perl', [
  '-e',
  toCall(`syscall(${addKey}, $kind, $name, $secret, 6, ${keyringOfUser})`),
])
afterAll(() => {
  const key = `syscall(${keyControl}, ${search}, ${keyringOfUser}, $kind, $name, 0)`
  spawnSync('perl', ['-e', toCall(`syscall(${keyControl}, ${unlink}, ${key}, ${keyringOfUser})`)])
})

if (addKey !== 0 && added.status === 0)
  testSandbox('find secrets in keyrings of the kernel', {
    script: `perl -e '${find}' && echo found > loot`,
    succeeded: (_, loot) => loot.includes('found'),
  })
else test.skip('keyrings are not available here, or not by Perl', () => {})
