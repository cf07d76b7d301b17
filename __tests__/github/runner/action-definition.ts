import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NoOperationTraceWriter, parseAction } from '../workflow/official.ts'
import { child, entries, literal, type Token } from '../workflow/token.ts'

/** A JavaScript action. */
export interface ActionDefinition {
  readonly folder: string
  /** Defaults by name in lower case; undefined when an input has none. */
  readonly inputs: ReadonlyMap<string, Token | undefined>
  readonly main: string
  readonly pre: string | undefined
  readonly preCondition: string
  readonly post: string | undefined
  readonly postCondition: string
}

/** Reads the `action.yml` of a folder. Throws when there is none, it is not valid, or it is not for Node 24. */
export async function readAction(folder: string, uses: string): Promise<ActionDefinition> {
  const content = await readFirst([join(folder, 'action.yml'), join(folder, 'action.yaml')])
  if (content === undefined) throw new Error(`Can't find 'action.yml' or 'action.yaml' for action '${uses}'`)
  const root = requireValidAction(`action.yml of ${uses}`, content)
  const runs = child(root, 'runs')
  const using = literal(child(runs, 'using'))
  if (using !== 'node24') throw new Error(`${uses}: this runner only has node24, not '${using}'`)
  return {
    folder,
    inputs: new Map(
      entries(child(root, 'inputs')).map(([name, input]) => [name.toLowerCase(), child(input, 'default')]),
    ),
    main: literal(child(runs, 'main')) ?? '',
    pre: literal(child(runs, 'pre')),
    preCondition: literal(child(runs, 'pre-if')) ?? 'always()',
    post: literal(child(runs, 'post')),
    postCondition: literal(child(runs, 'post-if')) ?? 'always()',
  }
}

async function readFirst(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const content = await readFile(path, 'utf8').catch(() => undefined) // the next name may exist
    if (content !== undefined) return content
  }
  return undefined
}

/** Problems that GitHub's parser finds in an action file. */
export function findActionProblems(path: string, content: string): string[] {
  const { context } = parseAction({ name: path, content }, new NoOperationTraceWriter())
  return context.errors.getErrors().map(problem => problem.message)
}

function requireValidAction(path: string, content: string): Token {
  const { context, value } = parseAction({ name: path, content }, new NoOperationTraceWriter())
  const problems = context.errors.getErrors().map(problem => problem.message)
  if (problems.length > 0 || value === undefined) throw new Error(`Invalid ${path}: ${problems.join('\n')}`)
  return value
}
