/** Foreign data was refused. The message names the problem. */
export class QuarantineError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'QuarantineError'
  }
}
