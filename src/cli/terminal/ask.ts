import { createInterface, type Interface } from 'node:readline/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** Asks on the terminal. A pasted answer may have several lines. Undefined: end of input, or Ctrl-C. */
export async function ask(question: string): Promise<string | undefined> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr })
  const ended = new Promise<undefined>(resolve => prompt.once('close', () => resolve(undefined)))
  prompt.once('SIGINT', () => prompt.close())
  const more: string[] = []
  prompt.on('line', line => more.push(line)) // those after the one that is the answer
  try {
    const first = await Promise.race([prompt.question(question), ended])
    if (first === undefined) return undefined
    await Promise.race([untilPasted(prompt), ended])
    return [first, ...more].join('\n')
  } finally {
    prompt.close()
  }
}

/** A paste arrives at once; its last line may still need the Enter of the user. */
async function untilPasted(prompt: Interface): Promise<void> {
  do await sleep(pasteMilliseconds)
  while (prompt.line !== '')
}

const pasteMilliseconds = 50

/** Whether a user can be asked. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true && process.env.CI === undefined
}
