import { expect, test } from '@jest/globals'
import { runCli } from '../support/cli.ts'
import { makeFolder } from '../support/repository.ts'

test('the demo ends as it says: a correction, a diamond, a conflict, and a culprit', async () => {
  const folder = makeFolder('demo')
  const { code, stdout } = await runCli(folder, ['demo'], { env: { TMPDIR: folder } })
  const rows = stdout.split('\n').map(line => line.trim().split(/\s{2,}/))
  const landings = Object.fromEntries(
    rows.filter(row => row[1] === 'succeeded').map(([id, , landing]) => [id, landing]),
  )

  expect(code).toBe(0)
  expect(landings).toEqual({
    money: 'landed',
    discount: 'landed',
    tax: 'landed',
    checkout: 'landed',
    receipt: 'landed',
    'large-carts': 'landed',
    'small-carts': 'conflicted',
    'free-gifts': 'landed',
    'strict-quantities': 'evicted',
  })
  expect(stdout).toMatch(/receipt +succeeded +landed +2 /)
}, 120_000)
