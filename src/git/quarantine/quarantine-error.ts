/** What came from outside is not taken into the repository. The message names what is wrong with it. */
export class QuarantineError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'QuarantineError'
  }
}
