import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { answerPermission, toToolCall } from '../../src/agents/acp/permissions.ts'
import { makeFolder } from '../support/repository.ts'

const options = [
  { kind: 'allow_once', optionId: 'yes' },
  { kind: 'reject_once', optionId: 'no' },
]

function makePlace() {
  const root = makeFolder('permissions')
  const directory = join(root, 'checkout')
  mkdirSync(join(directory, 'src/inner'), { recursive: true })
  mkdirSync(join(root, 'outside/inner'), { recursive: true })
  writeFileSync(join(directory, 'src/a.js'), '')
  const refusalOf = (path: string) => (path.startsWith('src/') ? undefined : `not in the scope: ${path}`)
  const policy = { directory, exchange: join(root, 'exchange'), refusalOf }
  const answerTo = (...paths: string[]) => {
    const call = toToolCall({ kind: 'edit', locations: paths.map(path => ({ path })) }, undefined)
    const answer = answerPermission(call, options, policy)
    return answer.kind === 'refused' ? answer.reason : answer.kind
  }
  return { root, directory, answerTo }
}

describe('a request for an edit', () => {
  test('is refused through a link out of the checkout whose target does not exist yet', () => {
    const { root, directory, answerTo } = makePlace()
    symlinkSync(join(root, 'outside/new.txt'), join(directory, 'src/new.js'))
    symlinkSync('../../outside/new', join(directory, 'src/folder'))
    symlinkSync('new.js', join(directory, 'src/chain.js'))
    symlinkSync('inner/new.js', join(directory, 'src/within.js'))
    symlinkSync('../README.md', join(directory, 'src/stray.js'))
    for (const path of ['src/new.js', 'src/folder/x.js', 'src/chain.js'])
      expect(answerTo(path)).toBe(`${path} is outside of your checkout`)
    expect(answerTo('src/within.js')).toBe('allowed')
    expect(answerTo('src/stray.js')).toBe('not in the scope: README.md')
  })

  test('is refused where `..` follows a link: whether programs follow the link first differs', () => {
    const { root, directory, answerTo } = makePlace()
    symlinkSync(join(root, 'outside/inner'), join(directory, 'src/out'))
    symlinkSync('src/inner', join(directory, 'deep'))
    expect(answerTo('src/out/../x.js')).toBe('src/out/../x.js is outside of your checkout')
    expect(answerTo(`${directory}/src/out/../x.js`)).toContain('is outside of your checkout')
    expect(answerTo('deep/../x.js')).toBe('not in the scope: x.js')
    expect(answerTo('src/inner/../x.js')).toBe('allowed')
  })

  test('is refused where it names the checkout itself, or links that do not end', () => {
    const { directory, answerTo } = makePlace()
    symlinkSync('two', join(directory, 'src/one'))
    symlinkSync('one', join(directory, 'src/two'))
    expect(answerTo(directory)).toBe(`${directory} is your whole checkout: name files in it`)
    expect(answerTo('src/one')).toBe('src/one has too many links')
  })

  test('is refused at once for a path that is longer than a system can open', () => {
    const { answerTo } = makePlace()
    const started = performance.now()
    expect(answerTo(`src/${'a/'.repeat(2_000_000)}`)).toMatch(/^src\/(a\/)+… is too long$/)
    expect(answerTo('src/a.js', `src/${'a/'.repeat(2_000_000)}`)).toMatch(/is too long$/)
    expect(answerTo(...Array.from({ length: 200 }, (_, index) => `src/${index}/${'a/'.repeat(2000)}b`))).toBe(
      'allowed',
    )
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

test('what is remembered of a call is short, whatever its messages held', () => {
  const long = 'x'.repeat(1 << 20)
  const call = toToolCall({ kind: long, title: long, locations: [{ path: long }] }, undefined)
  expect(JSON.stringify(toToolCall({ content: [{ type: 'diff', path: long }] }, call)).length).toBeLessThan(
    10_000,
  )
})
