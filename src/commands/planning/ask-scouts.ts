import { toScoutPrompt } from '../../agents/prompts/scout-prompt.ts'
import type { Task } from '../../model/plan.ts'
import { addUsage, type Usage } from '../../model/usage.ts'
import type { Area } from '../../plan/areas/areas.ts'
import type { Survey } from '../../plan/coupling/coupled-tasks.ts'
import { toCount, toPlainLine } from '../../report/text/text.ts'
import type { RunContext } from '../../run/run-context.ts'
import { askAgent } from '../../tasks/asking/ask-agent.ts'
import { toReviewAgent } from '../../tasks/review/review-task.ts'

export interface ScoutRequest {
  readonly request: string
  readonly areas: readonly Area[]
  readonly survey: Survey
}

/** The combined findings of all scouts. */
export interface ScoutFindings {
  /** Markdown, with a heading for each area. */
  readonly text: string
  readonly usage: Usage | undefined
}

const longestFinding = 8000

/** Has every area explored by its own agent, as many in parallel as the plan allows. A failing scout costs only its findings. */
export async function askScouts(context: RunContext, request: ScoutRequest): Promise<ScoutFindings> {
  const waiting = request.areas.map((area, index) => ({ area, index }))
  const texts: string[] = []
  let usage: Usage | undefined
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const found = await askScout(context, request, next)
      texts[next.index] = found.text
      usage = addUsage(usage, found.usage)
    }
  }
  await Promise.all(Array.from({ length: context.maxParallel }, work))
  return { text: texts.filter(text => text !== undefined).join('\n\n'), usage }
}

async function askScout(
  context: RunContext,
  { request, survey }: ScoutRequest,
  { area, index }: { readonly area: Area; readonly index: number },
): Promise<ScoutFindings> {
  const name = area.folders.join(', ')
  const task = context.plan.tasks[index] as Task
  context.emit({ kind: 'notice', text: `a scout explores ${name} (${toCount(area.files.length, 'file')})` })
  const reply = await askAgent(
    context,
    {
      name: `_${task.id}`,
      purpose: `scout of ${name}`,
      agent: toReviewAgent(context, {}, task.agent),
      task,
      isOfTask: true,
      commit: context.base,
      log: context.paths.log(task.id),
      files: {},
      toPrompt: ({ answerFile }) =>
        toScoutPrompt({ request, ...area, ties: listTies(area, survey), answerFile }),
    },
    readFinding,
  )
  if (reply.kind === 'answered') return { text: `### ${name}\n\n${reply.value.text}`, usage: reply.usage }
  const why = reply.kind === 'stopped' ? 'it was stopped' : toPlainLine(reply.reason)
  context.emit({ kind: 'notice', text: `the scout of ${name} found nothing: ${why}` })
  return { text: `### ${name}\n\nNo findings: ${why}.`, usage: reply.usage }
}

function listTies({ files }: Area, { imports }: Survey): string[] {
  const own = new Set(files)
  const across = imports.filter(({ from, to }) => own.has(from) !== own.has(to))
  return across.map(({ from, to }) => `${from} imports ${to}`)
}

/** The findings are the longest text among the last events. */
function readFinding(texts: readonly string[]): { readonly text: string } | string {
  const [whole = '', ...events] = texts
  const [longest = whole] = events.toSorted((a, b) => b.length - a.length)
  const text = longest.trim().slice(0, longestFinding)
  return text === '' ? 'it wrote no findings' : { text }
}
