import { describe, expect, test } from '@jest/globals'
import { tryGantt } from '../../src/report/markdown/gantt.ts'
import { toMarkdownText } from '../../src/report/markdown/markdown-text.ts'
import { tryMermaid } from '../../src/report/markdown/mermaid.ts'
import { type Block, toPage } from '../../src/report/markdown/page.ts'
import { toRunGraph } from '../../src/report/markdown/run-graph.ts'
import { toRunSummary } from '../../src/report/markdown/run-summary.ts'
import { makeTask } from '../support/tasks.ts'
import { makeReport, makeTaskReport } from './reports.ts'

const mebibyte = 1 << 20

describe('the summary of a run', () => {
  test('of 2,000 tasks with long reasons is cut below its limit at the end of a row, and keeps what did not land', () => {
    const ids = Array.from({ length: 2000 }, (_, index) => `task-${index}`)
    const tasks = ids.map(id => makeTask(id))
    const reports = ids.map((id, index) => {
      const isRed = index % 4 === 3
      const given = isRed ? ({ outcome: 'failed', landing: 'none' } as const) : {}
      return [id, makeTaskReport({ ...given, reason: 'ü'.repeat(900) })] as const
    })
    const report = makeReport(Object.fromEntries(reports))
    const summary = toRunSummary({ report, tasks, next: '### Next\n\nthe end', maxBytes: mebibyte })

    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(mebibyte)
    expect(Buffer.byteLength(summary)).toBeGreaterThan(mebibyte - 4000)
    const rows = summary.split('\n').filter(line => line.startsWith('| `'))
    expect(rows.every(row => row.endsWith(' |'))).toBe(true)
    expect(rows.filter(row => row.includes('| failed |'))).toHaveLength(500)
    expect(summary).toContain(`… and ${2000 - rows.length} more`)
    expect(summary.trimEnd().endsWith('the end')).toBe(true)
  })

  test('leaves out a graph that GitHub would not draw, and says so', () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `task-${index}`)
    const tasks = ids.map((id, index) => makeTask(id, { needs: index === 0 ? [] : ['task-0'] }))
    const report = makeReport(Object.fromEntries(ids.map(id => [id, makeTaskReport()])))
    const summary = toRunSummary({ report, tasks, next: '', maxBytes: mebibyte })

    expect(summary).not.toContain('flowchart')
    expect(summary).toContain('too many of them to draw')
  })
})

describe('a page', () => {
  test('that fits is shown whole, without its empty parts', () => {
    const parts: Block[] = [
      { kind: 'text', text: 'a' },
      { kind: 'text', text: '' },
      { kind: 'rows', head: 'h', rows: [], more: () => 'more' },
      { kind: 'rows', head: 'h', rows: [{ text: 'r', isImportant: false }], more: () => 'more' },
    ]
    expect(toPage(parts, 1000)).toBe('a\n\nh\nr\n')
  })

  test('never has more bytes than it may, however its characters are written', () => {
    for (let maxBytes = 60; maxBytes < 400; maxBytes++) {
      const rows = Array.from({ length: 20 }, (_, index) => ({
        text: '€'.repeat(index),
        isImportant: index % 3 === 0,
      }))
      const page = toPage(
        [
          { kind: 'text', text: 'ä' },
          { kind: 'rows', head: 'h', rows, more: n => `${n} more` },
        ],
        maxBytes,
      )
      expect(Buffer.byteLength(page)).toBeLessThanOrEqual(maxBytes)
    }
  })
})

describe('diagrams', () => {
  test('show measured times only', () => {
    const report = makeReport({
      late: makeTaskReport({ startedAt: '2026-11-20T10:00:05.000Z', finishedAt: '2026-11-20T10:00:09.000Z' }),
      section: makeTaskReport({ landing: 'evicted' }),
      never: makeTaskReport({ startedAt: null, outcome: 'blocked', landing: 'none' }),
    })
    const start = Date.parse('2026-11-20T10:00:00.000Z')

    expect(tryGantt(report)?.split('\n').slice(3)).toEqual([
      `  ✗ section :crit, t_section, ${start}, ${start + 1000}`,
      `  ✓ late :done, t_late, ${start + 5000}, ${start + 9000}`,
    ])
    expect(tryGantt(makeReport({}))).toBeUndefined()
  })

  test('colour tasks by how their branches ended', () => {
    const tasks = [makeTask('a'), makeTask('end', { needs: ['a'], after: ['a'] })]
    const report = makeReport({ a: makeTaskReport(), end: makeTaskReport({ landing: 'conflicted' }) })

    expect(toRunGraph(tasks, report)).toContain('t_a["a: landed"]:::is_landed')
    expect(toRunGraph(tasks, report)).toContain('t_end["end: conflicted"]:::is_conflicted')
    expect(toRunGraph(tasks, report)).toContain('t_a -.-> t_end')
  })

  test('are left out when they are larger than what GitHub draws', () => {
    expect(tryMermaid('flowchart LR')).toBe('```mermaid\nflowchart LR\n```')
    expect(tryMermaid('x'.repeat(50_001))).toBeUndefined()
    expect(tryMermaid('  a --> b\n'.repeat(501))).toBeUndefined()
  })
})

test('words of others are Markdown that does nothing', () => {
  const text = toMarkdownText('<b> `x` *x* [a](http://b) @me #12 www.x.y $z$ | \n# title')

  expect(text).not.toMatch(/<|(?<!\\)[`*[\]()|$]|@me|#12|www\.|:\/\/|\n/)
})
