import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { readPage, top } from './support/pages.ts'

const folder = mkdtempSync(join(tmpdir(), 'release-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function runScript(name: string, args: readonly string[], cwd: string): string {
  return execFileSync(process.execPath, [join(top, 'scripts', name), ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

describe('the notes of a release', () => {
  const readNotes = (changelog: string, version: string) => {
    writeFileSync(join(folder, 'CHANGELOG.md'), changelog)
    return runScript('release-notes.mjs', [version], folder)
  }

  test('are the section of exactly that version', () => {
    const changelog =
      '# Changelog\n\n## 0.2.0 - 2026-12-01\n\n### Added\n\n- New.\n\n## 0.1.0 - 2026-01-01\n\n- Old.\n'

    expect(readNotes(changelog, '0.2.0')).toBe('### Added\n\n- New.\n')
    expect(readNotes(changelog, '0.1.0')).toBe('- Old.\n')
  })

  test.each([
    ['is not released', '## 0.2.0 (not released)\n\n- New.\n'],
    ['has no date', '## 0.2.0\n\n- New.\n'],
    ['begins alike', '## 0.2.01 - 2026-12-01\n\n- New.\n'],
    ['only matches as a pattern', '## 0x2x0 - 2026-12-01\n\n- New.\n'],
    ['says nothing', '## 0.2.0 - 2026-12-01\n\n## 0.1.0 - 2026-01-01\n\n- Old.\n'],
  ])('do not exist for a version that %s', (_, changelog) => {
    expect(() => readNotes(changelog, '0.2.0')).toThrow('CHANGELOG.md has no entry for 0.2.0')
  })
})

test('the SBOM lists what is bundled, with the grammars, and no tools', () => {
  const product = 'SPDXRef-parallel-agents'
  const listed = ['zod', 'jest', 'sub', '@vscode/tree-sitter-wasm', 'tree-sitter-wasms', 'expect']
  const toId = (name: string) => `SPDXRef-${name}`
  const relate = (name: string, type: string, other: string) => ({
    spdxElementId: toId(name),
    relatedSpdxElement: toId(other),
    relationshipType: type,
  })
  const document = {
    documentDescribes: [product],
    packages: ['parallel-agents', ...listed].map(name => ({
      SPDXID: toId(name),
      packageFileName: `node_modules/${name}`,
    })),
    relationships: [
      relate('zod', 'DEV_DEPENDENCY_OF', 'parallel-agents'),
      relate('jest', 'DEV_DEPENDENCY_OF', 'parallel-agents'),
      relate('sub', 'DEPENDENCY_OF', 'zod'),
      relate('expect', 'DEPENDENCY_OF', 'jest'),
    ],
  }
  mkdirSync(join(folder, 'src'))
  writeFileSync(
    join(folder, 'src', 'x.ts'),
    "import * as z from 'zod'\nimport type { X } from 'jest'\nimport { y } from './y.ts'\n",
  )
  writeFileSync(join(folder, 'all.json'), JSON.stringify(document))

  const bundled = JSON.parse(runScript('bundled-sbom.mjs', ['all.json'], folder))

  expect(bundled.packages.map(({ SPDXID }: { SPDXID: string }) => SPDXID)).toEqual(
    ['parallel-agents', 'zod', 'sub', '@vscode/tree-sitter-wasm', 'tree-sitter-wasms'].map(toId),
  )
  expect(bundled.relationships).toEqual([
    relate('parallel-agents', 'CONTAINS', 'zod'),
    relate('sub', 'DEPENDENCY_OF', 'zod'),
  ])
})

test('the release asks whether releases are immutable before anything else, with a token of its own', () => {
  const { jobs } = parse(readPage('.github/workflows/release.yml'))

  expect(jobs.settings.steps[0].run).toContain('repos/$GITHUB_REPOSITORY/immutable-releases')
  expect([jobs.settings.needs, jobs.pack.needs, jobs.release.needs]).toEqual([undefined, 'settings', 'pack'])
  expect(JSON.stringify(jobs).split('secrets.').length - 1).toBe(1)
})
