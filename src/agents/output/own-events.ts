import type { CommandOutput } from '../../model/agents/command-output.ts'
import type { EventReader, UsageReading } from './agent-signal.ts'
import { numberAt, textAt } from './json-at.ts'

/** Reads a command's events at the paths in the plan. */
export function toOwnEventReader({ usage, error, activity }: CommandOutput): EventReader {
  const steps = (path: string) => path.split('.')
  return event => {
    const amount = (path: string | undefined) =>
      path === undefined ? undefined : numberAt(event, ...steps(path))
    const message = error === undefined ? undefined : textAt(event, ...steps(error))
    const reading: UsageReading = {
      of: usage?.isCumulative === true ? 'session' : 'step',
      input: amount(usage?.input),
      cachedRead: amount(usage?.cachedRead),
      cachedWrite: amount(usage?.cachedWrite),
      output: amount(usage?.output),
      total: amount(usage?.total),
      costUsd: amount(usage?.costUsd),
    }
    const { of: _, ...amounts } = reading
    const hasUsage = Object.values(amounts).some(value => value !== undefined)
    const said = activity === undefined ? undefined : textAt(event, ...steps(activity))
    return {
      activity: said,
      ...(hasUsage ? { usage: reading } : {}),
      // Any other activity means that it has recovered from an error.
      ...(message !== undefined ? { error: { message } } : said === undefined ? {} : { error: null }),
    }
  }
}
