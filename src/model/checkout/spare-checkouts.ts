/** Checkouts of ended tasks, by name, for reuse by new tasks: switching one is faster than making one. Their work has been kept. */
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

  /** Takes a checkout, which then belongs to the caller. */
  take(): string | undefined {
    return this.names.pop()
  }
}
