import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { makeFolder } from './repository.ts'

/** A PATH on which agent CLIs are shell scripts. */
export function makeFakeClis(scripts: Readonly<Record<string, string>>): { readonly PATH: string } {
  const folder = join(makeFolder('bin'), 'bin')
  mkdirSync(folder)
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, name), 0o755)
  }
  return { PATH: `${folder}${delimiter}${process.env.PATH}` }
}

/** A shell command that prints an event. */
export function say(event: object): string {
  return `echo '${JSON.stringify(event).replaceAll("'", "'\\''")}'`
}

/** The last event of claude. */
export function claudeResult(given: Readonly<Record<string, unknown>> = {}): string {
  const modelUsage = { 'claude-sonnet-5': { inputTokens: 100, outputTokens: 50, cacheReadInputTokens: 850 } }
  const event = { type: 'result', subtype: 'success', is_error: false, result: 'Done.', num_turns: 2 }
  return say({ ...event, total_cost_usd: 0.25, modelUsage, ...given })
}
