/** The call cannot be carried out; the message says what to do instead. Nothing was started. */
export class RefusedError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'RefusedError'
  }
}
