import { isCommandLine, longestWords } from './read-command.ts'

/** Why it is unclear what a command asks for. */
export function tryUnclear(body: string): string | undefined {
  if (body.split('\n').slice(1).some(isCommandLine))
    return 'the comment has several commands: write a comment for each, once the run of the one before has ended'
  if (body.length > longestWords)
    return `the comment has ${body.length} characters, and ${longestWords} at most reach the agent: write a shorter one`
  return undefined
}
