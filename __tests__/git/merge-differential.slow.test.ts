import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Merger } from '../../src/git/merge/merger.ts'
import { openControlRepository } from '../../src/git/repository/control-repository.ts'
import { closeRepository, openRepository } from '../../src/git/repository/open-repository.ts'
import { closeScratch, openScratch } from '../../src/git/repository/scratch.ts'
import { gitEnvironment, makeFolder, makeRepository } from '../support/repository.ts'
import { rounds } from '../support/rounds.ts'

const names = ['a.txt', 'b.txt', 'src/c.ts', 'src/deep/d.ts', 'log.union', 'ü ö.txt'] as const

/** What one side does to a file. */
type Edit =
  | { readonly kind: 'line'; readonly at: number; readonly text: string }
  | { readonly kind: 'delete' }
  | { readonly kind: 'move'; readonly to: string }
  | { readonly kind: 'mode' }

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('line' as const),
      at: fc.integer({ min: 0, max: 29 }),
      text: fc.stringMatching(/^[a-z]{1,8}$/),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'delete' } as const) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      to: fc.constantFrom('m1.txt', 'src/m2.ts', 'new/m3'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'mode' } as const) },
)
const anySide = fc.dictionary(fc.constantFrom(...names), anyEdit, { minKeys: 1, maxKeys: 4 })

const text = (name: string) => Array.from({ length: 30 }, (_, index) => `${name} ${index}`)

/** The commands of `git fast-import` for a branch that edits the files of main. */
function toCommit(branch: string, edits: Readonly<Record<string, Edit>>): string {
  const changes = Object.entries(edits).map(([name, edit]) => {
    const lines = text(name)
    if (edit.kind === 'delete') return `D ${JSON.stringify(name)}\n`
    if (edit.kind === 'move') return `R ${JSON.stringify(name)} ${JSON.stringify(edit.to)}\n`
    if (edit.kind === 'line') lines[edit.at] = edit.text
    const content = Buffer.from(`${lines.join('\n')}\n`)
    const mode = edit.kind === 'mode' ? '100755' : '100644'
    return `M ${mode} inline ${JSON.stringify(name)}\ndata ${content.length}\n${content}\n`
  })
  return `commit refs/heads/${branch}\ncommitter T <t@example.com> 1767323045 +0000\ndata 1\nx\nfrom refs/heads/main^0\n${changes.join('')}\n`
}

test('merges without conflict are those of git merge', async () => {
  const files = Object.fromEntries(names.map(name => [name, `${text(name).join('\n')}\n`]))
  const repository = makeRepository({ ...files, '.gitattributes': '*.union merge=union\n*.ts text\n' })
  const opened = await openRepository(repository.folder, process.env as Record<string, string>)
  const control = await openControlRepository(opened, join(makeFolder('harness'), 'harness.git'))
  const scratch = await openScratch(control, join(makeFolder('scratch'), 'objects'))
  const merger = await Merger.open(scratch, repository.git('rev-parse', 'main'))
  const worktree = join(makeFolder('worktree'), 'checkout')
  repository.git('worktree', 'add', '-q', '--detach', worktree, 'main')
  const inWorktree = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: worktree,
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...process.env, ...gitEnvironment },
    }).trim()
  let clean = 0
  try {
    await fc.assert(
      fc.asyncProperty(anySide, anySide, async (ours, theirs) => {
        execFileSync('git', ['fast-import', '--quiet', '--force'], {
          cwd: repository.folder,
          input: toCommit('ours', ours) + toCommit('theirs', theirs),
        })
        const commits = repository.git('rev-parse', 'ours', 'theirs').split('\n') as [string, string]
        const merge = await merger.merge(...commits)
        inWorktree('checkout', '-q', '--force', '--detach', 'ours')
        try {
          inWorktree('-c', 'merge.directoryRenames=conflict', 'merge', '-q', '--no-edit', 'theirs')
        } catch {
          inWorktree('reset', '-q', '--hard')
          inWorktree('clean', '-qfd')
          expect(merge.kind).toBe('conflicted')
          return
        }
        expect(merge).toEqual({ kind: 'clean', tree: inWorktree('rev-parse', 'HEAD^{tree}') })
        clean++
      }),
      { numRuns: rounds(25, 60) },
    )
    expect(clean).toBeGreaterThan(rounds(5, 20))
  } finally {
    merger.close()
    await closeScratch(scratch)
    closeRepository(opened)
  }
}, 60_000)
