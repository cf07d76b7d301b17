import { afterAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Merger } from '../../src/git/merge/merger.ts'
import { type Files, openForecast, toLine, writeFiles } from '../support/branches.ts'
import { makeRepository } from '../support/repository.ts'
import { rounds } from '../support/rounds.ts'

const closers: (() => void)[] = []
afterAll(() => {
  for (const close of closers) close()
})

/** A change to a set of files. Numbers are taken modulo what there is. */
interface Edit {
  readonly kind: 'replace' | 'insert' | 'remove' | 'delete' | 'rename' | 'chmod' | 'add'
  readonly file: number
  readonly line: number
  readonly text: number
  readonly name: number
}

const names = ['new.txt', 'src/new.txt', 'lib/other.txt', 'src', 'docs/a b.txt', 'lib/"quoted".txt']
const baseFiles: Files = Object.fromEntries(
  ['a.txt', 'src/b.txt', 'src/c.txt', 'docs/d.txt'].map((path, file) => [
    path,
    Array.from({ length: 14 }, (_, line) => `line ${line} of file ${file}\n`).join(''),
  ]),
)

const toNumber = (below: number) => fc.integer({ min: 0, max: below - 1 })
const kinds = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('replace', 'insert', 'remove') },
  { weight: 3, arbitrary: fc.constantFrom('delete', 'rename', 'chmod', 'add') },
) as fc.Arbitrary<Edit['kind']>
const edits = fc.array(
  fc.record({ kind: kinds, file: toNumber(4), line: toNumber(14), text: toNumber(3), name: toNumber(6) }),
  { minLength: 1, maxLength: 4 },
)

function applyEdits(files: Files, list: readonly Edit[]): Files {
  return list.reduce((state, edit) => applyEdit(state, edit), files)
}

function applyEdit(files: Files, edit: Edit): Files {
  if (edit.kind === 'add') return withFile(files, names[edit.name] as string, `text ${edit.text}\n`)
  const path = Object.keys(files)[edit.file % Math.max(1, Object.keys(files).length)]
  if (path === undefined) return files
  const { [path]: text = '', ...rest } = files
  if (edit.kind === 'delete') return rest
  if (edit.kind === 'rename') return withFile(rest, names[edit.name] as string, text)
  if (edit.kind === 'chmod') return /^\d{6} /.test(path) ? files : { ...rest, [`100755 ${path}`]: text }
  const lines = text.split('\n').slice(0, -1)
  const at = edit.line % (lines.length + 1)
  const put = edit.kind === 'remove' ? [] : [`text ${edit.text}`]
  lines.splice(at, edit.kind === 'insert' ? 0 : 1, ...put)
  return { ...rest, [path]: lines.map(line => `${line}\n`).join('') }
}

/** Puts a file where neither a file nor a folder of that name is, nor a file where its folder would be. */
function withFile(files: Files, path: string, text: string): Files {
  const taken = Object.keys(files).map(name => name.replace(/^\d{6} /, ''))
  const isBlocked = taken.some(
    name => name === path || name.startsWith(`${path}/`) || path.startsWith(`${name}/`),
  )
  return isBlocked ? files : { ...files, [path]: text }
}

test('a forecast says what git merge-tree says', async () => {
  const repository = makeRepository()
  const base = writeFiles(repository, baseFiles, [])
  const { forecast, control, close } = await openForecast(repository, base)
  const merger = await Merger.open(control, base)
  closers.push(close, () => merger.close())

  await fc.assert(
    fc.asyncProperty(edits, edits, async (left, right) => {
      const [ours, theirs] = [left, right].map(list =>
        writeFiles(repository, applyEdits(baseFiles, list), [base]),
      ) as [string, string]
      const lines = [toLine(repository, 'ours', ours), toLine(repository, 'theirs', theirs)]
      const { kind } = await merger.merge(ours, theirs)
      expect((await forecast.read(lines)).length > 0).toBe(kind === 'conflicted')
    }),
    { numRuns: rounds(40, 100) },
  )
}, 360_000)
