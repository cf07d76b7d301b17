/** Tokens used by one or more answers of a model. */
export interface Tokens {
  readonly input: number
  readonly output: number
}

export const noTokens: Tokens = { input: 0, output: 0 }

const field =
  /"(input_tokens|prompt_tokens|promptTokenCount|output_tokens|completion_tokens|candidatesTokenCount)"\s*:\s*(\d{1,12})/g
const inputs = ['input_tokens', 'prompt_tokens', 'promptTokenCount']
/** A number at the end of a piece may be cut: it is read again with the next piece. */
const overlap = 64

/** Reads the number of used tokens from an answer: numbers grow during streaming, so the largest counts. */
export class TokenCount {
  private rest = ''
  private input = 0
  private output = 0

  take(text: string): void {
    const all = this.rest + text
    for (const [, name = '', digits] of all.matchAll(field)) {
      const amount = Number(digits)
      if (inputs.includes(name)) this.input = Math.max(this.input, amount)
      else this.output = Math.max(this.output, amount)
    }
    this.rest = all.slice(-overlap)
  }

  read(): Tokens {
    return { input: this.input, output: this.output }
  }
}
