import type { MergedText } from './merged-text.ts'

/** Short options that both sides gave to different long ones of one program: `-p, --port` and `-p, --path`. */
export function findSharedOptions({ base, ours, theirs, result }: MergedText): string[] {
  const known = new Set(listOptions(base).map(({ letter }) => letter))
  const isNew = (side: string) => {
    const letters = listOptions(side).map(({ letter }) => letter)
    return (letter: string) => !known.has(letter) && letters.filter(other => other === letter).length === 1
  }
  const [isOurs, isTheirs] = [isNew(ours), isNew(theirs)]
  const options = listOptions(result)
  return options.flatMap(({ letter, end }, index) => {
    const next = options.slice(index + 1).find(other => other.letter === letter)
    const isShared = next !== undefined && isOurs(letter) && isTheirs(letter)
    return isShared && !otherProgram.test(result.slice(end, next.end)) ? [`-${letter}`] : []
  })
}

/** What may begin the options of another command. */
const otherProgram = /\b(fn|def|func|function|struct|class|add_parser)\b|(?:\.|new |@\w+\.)(sub)?command\(/i

const patterns: readonly RegExp[] = [
  /\b(?:add_argument|add_option|addOption|option|Option|argument)\(\s*(?:[\w.]+,\s*)?["'`]-(\w)\b/g,
  /\bshort\s*(?:=|\()\s*['"](\w)['"]/g,
  /#\[(?:arg|clap|structopt)\([^\]\n]{0,200}?\bshort\b(?!\s*[=(])[^\]\n]{0,200}\)\]\s*(?:(?:#\[[^\]\n]{0,200}\]|\/\/[^\n]*)\s*)*(?:pub\s+)?(\w)/g,
  /\b\w+P\(\s*(?:&[\w.]+,\s*)?"[\w-]+",\s*"(\w)"/g,
  /\balias:\s*\[?\s*['"](\w)['"]/g,
]

interface Option {
  readonly letter: string
  readonly end: number
}

function listOptions(text: string): Option[] {
  return patterns
    .flatMap(pattern => [...text.matchAll(pattern)])
    .map(({ 0: whole, 1: letter = '', index }) => ({ letter, end: index + whole.length }))
    .sort((a, b) => a.end - b.end)
}
