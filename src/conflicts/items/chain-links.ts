import { areOrderedCalls } from './ordered-calls.ts'

/**
 * Whether both sides' links of a chain of calls may follow each other, in words.
 *
 * @param chain The text that the chain was before.
 */
export function areFreeLinks(left: readonly string[], right: readonly string[], chain: string): boolean {
  if (![left, right].every(words => words[0] === '.' && isBalanced(words))) return false
  const [mine, others] = [left.join(''), right.join('')]
  if (mine === others || areOrderedCalls([mine], [others])) return false
  return ![...left, ...right].some(word => steps.test(word)) && !setOneThing(left, right, chain)
}

/** Calls that pass a value on, so that the next one gets another. */
const steps =
  /^(then|catch|finally|pipe|(flat_?)?map|filter|select|reject|skip|take|limit|offset|sort\w*|order_?by|reversed?|slice|reduce|fold|replace\w*|substr\w*|trim|split|join|concat|chain|zip|group\w*|distinct|unique?|first|last|and_then|or_else|layer|wrap|use)$/i

function isBalanced(words: readonly string[]): boolean {
  let depth = 0
  for (const word of words) {
    if (/^[([{]$/.test(word)) depth++
    if (/^[)\]}]$/.test(word) && --depth < 0) return false
  }
  return depth === 0
}

/** Whether both call a link that takes one value, which no chain needs twice: `.timeout(1)` and `.timeout(2)`. */
function setOneThing(left: readonly string[], right: readonly string[], chain: string): boolean {
  const known = toLinks(left)
  return toLinks(right).some(({ name, value }) =>
    known.some(
      other =>
        other.name === name &&
        !repeated.test(name) &&
        !chain.includes(`.${name}(`) &&
        (value === undefined || value === other.value),
    ),
  )
}

const repeated = /^(add\w*|args?|option|argument|command|on|append|push|register|row|column)$/i

interface Link {
  readonly name: string
  /** The first of several values: what the link sets. */
  readonly value: string | undefined
}

/** The calls of the outer chain. */
function toLinks(words: readonly string[]): Link[] {
  const links: Link[] = []
  let depth = 0
  for (const [index, word] of words.entries()) {
    if (/^[([{]$/.test(word)) depth++
    if (/^[)\]}]$/.test(word)) depth--
    if (depth === 0 && word === '.') links.push(toLink(words.slice(index + 1)))
  }
  return links
}

function toLink([name = '', ...rest]: readonly string[]): Link {
  const [, value] = /^\((["'][^"']*["']),/.exec(rest.join('')) ?? []
  return { name, value }
}
