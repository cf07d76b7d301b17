// What the tests use of GitHub's own parser and evaluator. Bundled by ../bundle.mjs.
export { data, Evaluator, Lexer, Parser } from '@actions/expressions'
export { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
export { parseAction } from '@actions/workflow-parser/actions/action-parser'
export { convertActionTemplate } from '@actions/workflow-parser/actions/action-template'
export { parse as parseYaml } from 'yaml'
