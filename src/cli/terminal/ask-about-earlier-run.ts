import { ask } from './ask.ts'
import type { Terminal } from './terminal.ts'

export type EarlierRunChoice = 'resume' | 'new' | 'stop'

/** Asks what to do about an unfinished run of an earlier version of the plan. */
export async function askAboutEarlierRun(terminal: Terminal, run: string): Promise<EarlierRunChoice> {
  terminal.narrate(`the plan has changed since run ${run}, which is unfinished:
  r  resume ${run} with the changed plan: finished tasks that did not change are not redone
  n  start a new run
  s  stop`)
  const answer = (await ask('what now? [r/n/S] '))?.trim() ?? ''
  if (/^r(esume)?$/i.test(answer)) return 'resume'
  return /^n(ew)?$/i.test(answer) ? 'new' : 'stop'
}
