import { createInterface } from 'node:readline/promises'

/** Asks on the terminal. Undefined: end of input, or Ctrl-C. */
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

/** Whether a user can be asked. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true && process.env.CI === undefined
}
