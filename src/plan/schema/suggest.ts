import { closest, distance } from 'fastest-levenshtein'

/** The word that was likely meant; undefined if none is close. */
export function trySuggest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined
  const kebab = toKebabCase(word)
  const meant = synonyms[kebab]
  if (meant !== undefined && candidates.includes(meant)) return meant
  const best = closest(kebab, candidates)
  const tolerated = Math.max(1, Math.round(Math.max(kebab.length, best.length) * 0.4))
  return distance(kebab, best) <= tolerated ? best : undefined
}

/** "; did you mean `needs`?", or empty. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const suggestion = trySuggest(word, candidates)
  return suggestion === undefined ? '' : `; did you mean \`${suggestion}\`?`
}

function toKebabCase(word: string): string {
  return word
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/[_\s]+/g, '-')
    .toLowerCase()
}

/** Names of our keys in other tools. */
const synonyms: Readonly<Record<string, string>> = {
  branch: 'target',
  concurrency: 'max-parallel',
  dependencies: 'needs',
  'depends-on': 'needs',
  deps: 'needs',
  description: 'prompt',
  environment: 'env',
  estimate: 'estimate-minutes',
  instructions: 'prompt',
  jobs: 'tasks',
  parallel: 'max-parallel',
  paths: 'files',
  requires: 'needs',
  run: 'command',
  scope: 'files',
  script: 'command',
  steps: 'tasks',
  timeout: 'timeout-minutes',
  workers: 'max-parallel',
}
