/** Checkouts of tasks that have ended, by their names, for tasks that start: to switch one is faster than to make one. All that they held has been kept. */
export class SpareCheckouts {
  /** How many tasks wait for a checkout. */
  wanted = 0
  private readonly names: string[] = []

  get isShort(): boolean {
    return this.names.length < this.wanted
  }

  add(name: string): void {
    this.names.push(name)
  }

  /** One that is the caller's from now on. */
  take(): string | undefined {
    return this.names.pop()
  }
}
