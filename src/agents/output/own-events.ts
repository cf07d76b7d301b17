import type { CommandOutput } from '../../model/agents/command-output.ts'
import type { EventReader, UsageReading } from './agent-signal.ts'
import { type JsonObject, numberAt, textAt } from './json-at.ts'

type Amounts = Omit<UsageReading, 'of'>

/** Reads a command's events at the paths in the plan, those of one process. */
export function toOwnEventReader({ usage, error, activity }: CommandOutput): EventReader {
  const isCumulative = usage?.isCumulative === true
  let totals: Amounts = {}
  return event => {
    const message = error === undefined ? undefined : textAt(event, ...toSteps(error))
    const amounts = readAmounts(event, usage)
    if (isCumulative) totals = { ...totals, ...amounts } // an object may report only some of them
    const reading: UsageReading = isCumulative
      ? { of: 'session', mayGrow: true, ...totals }
      : { of: 'step', ...amounts }
    const said = activity === undefined ? undefined : textAt(event, ...toSteps(activity))
    return {
      activity: said,
      ...(Object.keys(amounts).length > 0 ? { usage: reading } : {}),
      // Any other activity means that it has recovered from an error.
      ...(message !== undefined ? { error: { message } } : said === undefined ? {} : { error: null }),
    }
  }
}

const fields = ['input', 'cachedRead', 'cachedWrite', 'output', 'total', 'costUsd'] as const

/** The amounts that are in an event. */
function readAmounts(event: JsonObject, paths: CommandOutput['usage']): Amounts {
  const found = fields.flatMap(field => {
    const path = paths?.[field]
    const amount = path === undefined ? undefined : numberAt(event, ...toSteps(path))
    return amount === undefined ? [] : [[field, amount] as const]
  })
  return Object.fromEntries(found)
}

function toSteps(path: string): string[] {
  return path.split('.')
}
