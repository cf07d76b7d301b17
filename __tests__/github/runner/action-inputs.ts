import { child, type Token, toTexts } from '../workflow/token.ts'
import type { StepExecution } from './step-execution.ts'

/** What a step gives under `with`, by names in lower case: inputs do not tell upper from lower. */
export function toInputTexts(step: Token, { state, env }: StepExecution): Record<string, string> {
  const texts = toTexts(child(step, 'with'), state.toScope(env))
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name.toLowerCase(), text]))
}
