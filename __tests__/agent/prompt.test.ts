import { expect, test } from '@jest/globals'
import { toPrompt } from '../../src/agents/prompts/prompt.ts'
import { makeTask } from '../support/tasks.ts'

const facts = {
  task: makeTask('api', {
    title: 'Write the API',
    prompt: 'Do it well.',
    files: ['src/api/**'],
    test: 'npm test -- api',
  }),
  role: 'You are careful.',
  hasTools: false,
  isSparse: false,
  protectedGlobs: ['.github/**'],
  prerequisites: [
    { id: 'contract', title: 'Types', files: ['src/types.ts'], summary: 'Two types.', isDirect: true },
  ],
  feedback: [],
  interruptedWork: undefined,
  forecast: undefined,
  plan: null,
  progressFile: '/run/progress.jsonl',
  reportFile: '/run/report.md',
}

test('a prompt says the task, its scope, what it builds on, the rules and how to report', () => {
  const prompt = toPrompt(facts)
  for (const part of [
    '# Write the API',
    'Do it well.',
    '- src/api/**',
    '.github/**',
    'contract (Types) changed src/types.ts',
    'Two types.',
    'npm test -- api',
    '/run/progress.jsonl',
    '/run/report.md',
    'Do not push',
  ]) {
    expect(prompt).toContain(part)
  }
  expect(prompt).not.toContain('refused:')
})

test('a prompt for another attempt begins with why the last one was refused', () => {
  const prompt = toPrompt({
    ...facts,
    feedback: ['First problem.', 'Second problem.'],
    interruptedWork: 'abc123',
  })
  expect(prompt.indexOf('Second problem.')).toBeLessThan(prompt.indexOf('First problem.'))
  expect(prompt).toContain('git show')
  expect(prompt).toContain('abc123')
})
