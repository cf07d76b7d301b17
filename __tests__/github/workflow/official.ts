import { fileURLToPath } from 'node:url'

const expressions: typeof import('@actions/expressions') = await importBundle()
const workflows: typeof import('@actions/workflow-parser') = await importBundle()
const yaml: { readonly parseYaml: (text: string) => unknown } = await importBundle()
const actions: typeof import('@actions/workflow-parser/actions/action-parser') = await importBundle()

/** GitHub's own parser and evaluator, https://github.com/actions/languageservices */
export const { data, Evaluator, Lexer, Parser } = expressions
export const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = workflows
export const { parseAction } = actions
export const { parseYaml } = yaml

/** The bundle that holds all of them: imported as they are, they fail on Node. */
async function importBundle<T>(): Promise<T> {
  return await import(
    fileURLToPath(new URL('../node_modules/.cache/bundles/workflow/official-entry.mjs', import.meta.url))
  )
}
