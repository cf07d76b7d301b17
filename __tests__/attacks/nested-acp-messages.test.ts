import { expect, test } from '@jest/globals'
import { makeAcp } from '../support/acp.ts'
import { makeScene } from './scene.ts'

// Tries: messages of the protocol that are nested so deeply that a program which goes into each level ends.
// Afterwards: the run goes on, and both tasks have landed.
test('messages of an agent that are nested deeply do not end a run', async () => {
  const { run } = makeScene()
  const nested = makeAcp(`{
      async turn(stage) {
        const lists = depth => '['.repeat(depth) + 1 + ']'.repeat(depth)
        const objects = depth => '{"a":'.repeat(depth) + 1 + '}'.repeat(depth)
        for (const deep of [lists(1000), lists(1500000), objects(100000)]) {
          const call = '{"sessionUpdate":"tool_call","toolCallId":"t","title":"x","rawInput":' + deep + '}'
          for (const update of [call, deep])
            stage.write('{"jsonrpc":"2.0","method":"session/update","params":{"sessionId":"' + stage.session + '","update":' + update + '}}')
          stage.write('{"jsonrpc":"2.0","method":"_x","params":' + deep + '}')
          stage.write('{"jsonrpc":"2.0","id":"r","method":"session/request_permission","params":' + deep + '}')
          stage.write('{"jsonrpc":"2.0","id":' + deep + ',"method":"fs/read_text_file","params":{}}')
          stage.write('{"jsonrpc":"2.0","id":' + deep + ',"result":' + deep + '}')
        }
        write(join(stage.cwd, 'a.txt'), 'a')
      },
    }`)
  const { status } = await run(
    { a: { agent: 'nested', prompt: 'Work.', retries: 0 }, b: { script: 'echo b > b.txt' } },
    { agents: { nested: nested.settings } },
  )

  expect(status).toBe('landed')
}, 40_000)
