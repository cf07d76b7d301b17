import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { toMarkdownText } from '../../src/report/markdown/markdown-text.ts'
import { toPlansToApprove } from '../../src/report/markdown/plans-to-approve.ts'
import { toReviewStates } from '../../src/report/markdown/review-states.ts'
import { toWishLines } from '../../src/report/markdown/wish-lines.ts'

function review(round: number, verdict: string, texts: readonly string[]): object {
  const findings = texts.map(text => ({ path: 'a.ts', line: 3, severity: 'error', text }))
  return { agent: 'strict', round, verdict, findings, reason: null }
}

function toReport(integration: object, tasks: object = {}): Report {
  return { tasks, integration: { reviews: [], comparisons: [], ...integration } } as unknown as Report
}

describe('the description of a pull request', () => {
  test('says of each finding whether it was addressed, is open, or is a remark', () => {
    const tasks = {
      a: { reviews: [review(1, 'changes', ['wrong']), review(2, 'approve', ['fine, but *long*'])] },
      b: { reviews: [review(1, 'changes', ['still wrong'])] },
      c: { reviews: [review(1, 'approve', [])] },
    }
    expect(toReviewStates(toReport({}, tasks))).toEqual([
      '**addressed** · `a`, strict: a.ts:3 \\(error\\): wrong',
      '**remark** · `a`, strict: a.ts:3 \\(error\\): fine, but \\*long\\*',
      '**open** · `b`, strict: a.ts:3 \\(error\\): still wrong',
      '**approved** · `c`, strict',
    ])
  })

  test('has a checklist of the wishes of issues, in which foreign words do nothing', () => {
    const wishes = [
      { wish: 'a greeting', state: 'done', note: '' },
      { wish: 'closes #9 @team', state: 'missing', note: 'no trace' },
      { wish: 'a new script', state: 'beyond', note: '' },
    ]
    const comparisons = [
      { issue: 7, agent: 'judge', wishes, reason: null },
      { issue: 8, agent: 'judge', wishes: [], reason: 'no answer' },
    ]
    const lines = toWishLines(toReport({ comparisons }))

    expect(lines[0]).toBe('[x] #7 **done**: a greeting')
    expect(lines[1]).toMatch(/^\[ \] #7 \*\*missing\*\*: closes .*: no trace$/)
    expect(lines[1]).not.toMatch(/#9|@team/)
    expect(lines.slice(2)).toEqual(['#7 **beyond**: a new script', '#8 was not compared: no answer (judge)'])
  })
})

test('foreign words name no workflow run: `/agents stop` would stop it', () => {
  expect(toMarkdownText('see /actions/runs/123')).not.toContain('/actions/runs')
})

test('plans that wait for approval leave room for the rest of a comment, whatever their letters', () => {
  const waiting = { outcome: 'parked', retryAt: null, workPlan: '計'.repeat(20_000) }
  const block = toPlansToApprove(toReport({}, { a: waiting, b: waiting, c: waiting }))
  const text = block.kind === 'text' ? block.text : ''
  expect(Buffer.byteLength(text)).toBeLessThan(41_000)
  expect(text).toContain('… (cut here: the page of the workflow run has the rest)')
  expect(text).not.toContain('\ufffd')
  expect(text).toMatch(/Plans of `b`, `c` wait, too: on the page of the workflow run/)
})
