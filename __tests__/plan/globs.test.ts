import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isCovered, toScopePattern, tryOverlap } from '../../src/plan/scope/glob-overlap.ts'
import { toMatcher, tryGlobProblem } from '../../src/plan/scope/globs.ts'
import { findOverlaps, withOverlapEdges } from '../../src/plan/scope/overlaps.ts'
import { makeTask } from '../support/tasks.ts'

const overlap = (a: string[], b: string[]) => tryOverlap(toScopePattern(a), toScopePattern(b))

describe('a scope', () => {
  test('means files with a dot as well, and only what it says', () => {
    const isIn = toMatcher(['src/**', '*.md', '!src/generated/**'])
    expect(['src/a.ts', 'src/.env', 'src/x/y.ts', 'README.md'].every(isIn)).toBe(true)
    expect(['lib/a.ts', 'docs/x.md', 'src/generated/x.ts', 'srcx'].some(isIn)).toBe(false)
  })
})

describe('folders with glob characters in their names', () => {
  test.each([
    ['app/(group)/**', 'app/(group)/page.tsx', 'app/group/page.tsx'],
    ['app/(.)photo/*.tsx', 'app/(.)photo/page.tsx', 'app/xphoto/page.tsx'],
    ['app/(a)/[slug]/**', 'app/(a)/[slug]/page.tsx', 'app/a/slug/page.tsx'],
    ['app/[...slug]/**', 'app/[...slug]/page.tsx', 'app/slug/page.tsx'],
    ['app/[[...slug]]/**', 'app/[[...slug]]/page.tsx', 'app/slug/page.tsx'],
    ['app/@modal/**', 'app/@modal/page.tsx', 'app/modal/page.tsx'],
    ['app/{x}/*', 'app/{x}/page.tsx', 'app/x/page.tsx'],
    ['routes/(app)/+page.svelte', 'routes/(app)/+page.svelte', 'routes/app/+page.svelte'],
    ['src/@(a|b)/**', 'src/a/x.ts', 'src/c/x.ts'],
    ['src/a(b(c)d)/*', 'src/a(b(c)d)/x', 'src/abcd/x'],
  ])('%s means %s', (glob, path, other) => {
    const isIn = toMatcher([glob])
    expect([isIn(path), isIn(other)]).toEqual([true, false])
    expect(tryGlobProblem(glob)).toBeUndefined()
  })

  test.each(['app/[slug/**', 'app/{a,b/**', 'app/(a/**', 'app/a}/**'])('%s is not closed', glob => {
    expect(tryGlobProblem(glob)).toContain('not closed')
  })

  test('are the same whichever way an accent is written', () => {
    expect(toMatcher(['caf\u00e9/**'])('cafe\u0301/a')).toBe(true)
    expect(toMatcher(['cafe\u0301/**'])('caf\u00e9/a')).toBe(true)
    expect(toMatcher(['**', '!cafe\u0301/**'])('caf\u00e9/a')).toBe(false)
    expect(overlap(['cafe\u0301/**'], ['caf\u00e9/a'])).toBeDefined()
  })

  test('do not overlap when their names differ', () => {
    expect(overlap(['app/(a)/**'], ['app/(b)/**'])).toBeUndefined()
    expect(overlap(['app/(a)/**'], ['app/*/page.tsx'])).toBeDefined()
    expect(overlap(['app/[slug]/**'], ['app/\\[slug\\]/x'])).toBeDefined()
    expect(overlap(['app/[id]/**'], ['app/[id]/page.tsx'])).toBeDefined()
    expect(overlap(['app/[id]/**'], ['app/(a)/**'])).toBeUndefined()
    expect(overlap(['app/[id]/**'], ['app/[slug]/**'])).toBeDefined() // as classes: app/d
    expect(overlap(['app/[id]/**'], ['app/users/**'])).toBeUndefined()
    expect(overlap(['app/[...slug]/**'], ['app/about/**'])).toBeUndefined()
    expect(overlap(['[0-9]+.sql'], ['12.sql'])).toBeDefined()
    expect(overlap(['{x}/**'], ['y/**'])).toBeUndefined()
    expect(overlap(['{x}/**'], ['{x}/a'])).toBeDefined()
    expect(overlap(['{{name}}/**'], ['src/**'])).toBeUndefined()
  })

  test('include names with a line break', () => {
    expect(toMatcher(['odd/**'])('odd/new\nline')).toBe(true)
    expect(toMatcher(['**'])('new\nline/a')).toBe(true)
  })
})

describe('the overlap of two scopes', () => {
  const cases: [string[], string[], string | undefined][] = [
    [['src/**'], ['src/db.ts'], 'src/db.ts'],
    [['src/a/**'], ['src/b/**'], undefined],
    [['**/*.ts'], ['src/x.ts'], 'src/x.ts'],
    [['**/*.ts'], ['src/**/*.js'], undefined],
    [['src/*.ts'], ['src/a/b.ts'], undefined],
    [['src/{a,b}/**'], ['src/b/c.ts'], 'src/b/c.ts'],
    [['src/{a,b}/**'], ['src/c/**'], undefined],
    [['a*b*c'], ['axxbyyc'], 'axxbyyc'],
    [['a*b'], ['*c'], undefined],
    [['src/**', '!src/api/**'], ['src/api/**'], undefined],
    [['src/**', '!src/api/*.md'], ['src/api/**'], 'src/api/**'],
    [['**'], ['.github/workflows/ci.yml'], '.github/workflows/ci.yml'],
    [['[ab].ts'], ['a.ts'], 'a.ts'],
    [['@(a|b).ts'], ['c.ts'], 'c.ts'],
    [['x'], ['x/y'], undefined],
    [['src/**/test/**'], ['src/test/a.ts'], 'src/test/a.ts'],
  ]
  for (const [a, b, expected] of cases) {
    test(`${a.join(' ')} × ${b.join(' ')}: ${expected ?? 'none'}`, () => {
      expect(overlap(a, b)).toBe(expected)
      expect(overlap(b, a) === undefined).toBe(expected === undefined)
    })
  }

  const name = fc.constantFrom('a', 'b', 'ab', '*', 'a*', '*b', '?', '{a,b}', 'a?')
  const glob = fc
    .array(fc.oneof({ weight: 4, arbitrary: name }, { weight: 1, arbitrary: fc.constant('**') }), {
      minLength: 1,
      maxLength: 4,
    })
    .map(parts => parts.join('/'))
  const path = fc
    .array(fc.constantFrom('a', 'b', 'ab', 'ba', 'aab'), { minLength: 1, maxLength: 4 })
    .map(parts => parts.join('/'))

  test('is never missed: whatever both match, they overlap', () => {
    fc.assert(
      fc.property(glob, glob, path, (a, b, file) => {
        fc.pre(toMatcher([a])(file) && toMatcher([b])(file))
        expect(overlap([a], [b])).toBeDefined()
      }),
      { numRuns: 600 },
    )
  })

  test('a glob that is covered by another means nothing that the other does not', () => {
    fc.assert(
      fc.property(glob, glob, path, (a, b, file) => {
        fc.pre(!a.includes('{') && isCovered(a, [b]) && toMatcher([a])(file))
        expect(toMatcher([b])(file)).toBe(true)
      }),
      { numRuns: 600 },
    )
  })
})

describe('overlapping tasks', () => {
  const task = (id: string, files: string[], needs: string[] = []) => makeTask(id, { files, needs })

  test('are connected by as few edges as it takes', () => {
    const tasks = [task('a', ['x']), task('b', ['x']), task('c', ['x'])]
    expect(findOverlaps(tasks, 'to-connect').map(({ earlier, later }) => `${earlier}${later}`)).toEqual([
      'ab',
      'bc',
    ])
    expect(findOverlaps(tasks, 'to-list').map(({ earlier, later }) => `${earlier}${later}`)).toEqual([
      'ab',
      'bc',
      'ac',
    ])
  })

  test('that a path connects already need no edge', () => {
    expect(
      findOverlaps([task('a', ['x']), task('b', ['y'], ['a']), task('c', ['x'], ['b'])], 'to-connect'),
    ).toEqual([])
  })

  test('never wait for each other', () => {
    const tasks = [task('late', ['x'], ['early']), task('other', ['x']), task('early', ['y', 'x'])]
    const connected = withOverlapEdges(tasks, findOverlaps(tasks, 'to-connect'))
    expect(connected.map(({ id, after }) => [id, after])).toEqual([
      ['late', []],
      ['other', []],
      ['early', ['other']],
    ])
  })

  test('are found among ten thousand without comparing all with all', () => {
    const tasks = Array.from({ length: 10_000 }, (_, index) =>
      task(`t${index}`, [`src/m${index % 9_990}/**`]),
    )
    expect(findOverlaps(tasks, 'to-connect')).toHaveLength(10)
  })
})
