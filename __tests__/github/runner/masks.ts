/** Secrets of a job, which its logs must not show. */
export class Masks {
  private values: string[] = []

  /** Masks a secret, each of its lines, and the usual encodings of it. */
  add(secret: string): void {
    const parts = [secret, ...secret.split(/\r?\n/)].filter(part => part.trim() !== '')
    const encoded = parts.flatMap(part => [
      part,
      JSON.stringify(part).slice(1, -1),
      encodeURIComponent(part),
      Buffer.from(part).toString('base64'),
    ])
    this.values = [...new Set([...this.values, ...encoded])].sort((a, b) => b.length - a.length)
  }

  mask(text: string): string {
    return this.values.reduce((masked, value) => masked.replaceAll(value, '***'), text)
  }

  isIn(text: string): boolean {
    return this.values.some(value => text.includes(value))
  }
}
