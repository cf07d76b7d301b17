import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { makeAcp } from '../support/acp.ts'
import { makeScene } from './scene.ts'

// Tries: by messages of the protocol, to have the harness read a key, run a command, write a file, believe answers to questions that it has
// not asked, and turn the direction of writing; and to fill its memory with a line that does not end.
// Afterwards: none of it has happened, the log reads as it is, and the other task has landed.
test('messages of an agent make the harness do nothing for it', async () => {
  const scene = makeScene()
  const key = join(scene.home, '.ssh/id_ed25519')
  const forger = makeAcp(`{
      async turn(stage) {
        const answers = await Promise.race([
          Promise.all([
            stage.request('fs/read_text_file', { path: ${JSON.stringify(key)} }),
            stage.request('fs/write_text_file', { path: ${JSON.stringify(scene.trap)}, content: 'x' }),
            stage.request('terminal/create', { command: 'touch', args: [${JSON.stringify(scene.trap)}] }),
          ]),
          sleep(3000).then(() => 'no answer'),
        ])
        stage.send({ id: 1, result: { protocolVersion: 99 } })
        stage.send({ id: 'x', result: null })
        stage.send({ method: 'session/update', params: null })
        stage.send({ method: 'session/update', params: { sessionId: 'another', update: { sessionUpdate: 'plan', entries: 'all' } } })
        stage.write('not a message \\u001b[2J')
        stage.say('cleared \\u001b[2J\\u001b]0;title\\u0007 and \\u202e turned')
        write(join(stage.cwd, 'a.txt'), JSON.stringify(answers))
      },
    }`)
  const endless = makeAcp(`{
      async turn() {
        for (;;) if (!process.stdout.write('x'.repeat(1 << 20))) await new Promise(resolve => process.stdout.once('drain', resolve))
      },
    }`)
  const report = await scene.run(
    {
      forger: { agent: 'forger', prompt: 'Work.', retries: 0 },
      endless: { agent: 'endless', prompt: 'Work.', retries: 0 },
      good: { script: 'echo g > g.txt' },
    },
    {
      agents: { forger: forger.settings, endless: endless.settings },
    },
    { args: ['--sandbox', 'none'] },
  )
  const { forger: forged, endless: ended, good } = report.tasks
  const state = join(scene.repository.folder, '.git/parallel-agents', report.run)

  expect(() => readFileSync(scene.trap)).toThrow()
  expect(scene.repository.show(forged?.branch ?? forged?.kept ?? '', 'a.txt')).not.toContain('SECRET')
  const log = readFileSync(join(state, 'forger.log'), 'utf8')
  expect(log).not.toContain('\u202e')
  expect(ended?.outcome).not.toBe('succeeded')
  expect(good?.landing).toBe('landed')
})
