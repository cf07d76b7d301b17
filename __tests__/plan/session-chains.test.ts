import { expect, test } from '@jest/globals'
import { readPlan } from '../../src/plan/schema/read-plan.ts'

function read(plan: object) {
  const source = { name: 'plan.yml', readPrompt: () => undefined, isFolder: () => false }
  return readPlan({ ...source, text: JSON.stringify(plan) })
}

const task = { prompt: 'x', agent: 'own' }
const tasks = { a: { ...task, files: ['a'] }, b: { ...task, files: ['b'] } }

test.each([
  [{ command: 'true' }, ['a'], 'a command has no sessions'],
  [{ use: 'claude', via: 'cli' }, ['a'], '`via: cli` has no sessions'],
  [{ use: 'opencode' }, ['a'], 'opencode continues a session only in the folder where it began'],
  [
    { acp: 'my-agent --acp' },
    ['a'],
    'it was not tested whether my-agent continues a session in another folder',
  ],
  [{ use: 'claude' }, [], 'none of its prerequisites is done by own'],
  [{ use: 'claude' }, ['a', 'b'], 'own does a, b, and only one session can be continued'],
])('a task that is to continue a session and cannot is refused: %j %j', (own, needs, reason) => {
  const c = { ...task, files: ['c'], needs, session: 'chain' }
  expect(() => read({ agents: { own }, tasks: { ...tasks, c } })).toThrow(
    `\`c\` cannot continue a session: ${reason}`,
  )
})

test('a plan whose default changes nothing says so', () => {
  const { notices } = read({ session: 'chain', agents: { own: { use: 'claude' } }, tasks })
  expect(notices.join()).toContain('`session: chain` changes nothing here')
})

test('a server of a known agent continues sessions as the agent does', () => {
  const c = { ...task, files: ['c'], needs: ['a'], session: 'chain' }
  const { plan } = read({ agents: { own: { acp: '/opt/bin/claude-agent-acp' } }, tasks: { ...tasks, c } })
  expect(plan.tasks.map(({ continues }) => continues)).toEqual([undefined, undefined, 'a'])
})
