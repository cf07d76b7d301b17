import { createInterface } from 'node:readline/promises'

/** Asks on the terminal. Undefined: the user has ended the input, or pressed Ctrl-C. */
export async function ask(question: string): Promise<string | undefined> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr })
  const ended = new Promise<undefined>(resolve => prompt.once('close', () => resolve(undefined)))
  prompt.once('SIGINT', () => prompt.close())
  try {
    return await Promise.race([prompt.question(question), ended])
  } finally {
    prompt.close()
  }
}

/** Whether there is a user to ask. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true && process.env.CI === undefined
}
