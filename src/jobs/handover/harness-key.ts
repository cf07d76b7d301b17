import { createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'

/**
 * A key that lives in the memory of one process. Its public half is told to other jobs before the first agent starts, so that what is
 * signed with it afterwards is from that process, whatever tokens of its job an agent has found.
 */
export class HarnessKey {
  readonly publicText: string
  private readonly secret: KeyObject

  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    this.secret = privateKey
    this.publicText = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  }

  sign(content: Buffer | string): string {
    return sign(null, Buffer.from(content), this.secret).toString('base64')
  }
}

export function isSigned(content: Buffer | string, signature: string, publicText: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicText, 'base64'), type: 'spki', format: 'der' })
    return verify(null, Buffer.from(content), key, Buffer.from(signature, 'base64'))
  } catch {
    return false // what is no key has signed nothing
  }
}
