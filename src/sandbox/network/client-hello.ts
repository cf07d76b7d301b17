/** What the first bytes of a connection are. `hosts`: those that a TLS client asks for, usually one. */
export type Beginning =
  | { readonly kind: 'incomplete' | 'other' }
  | { readonly kind: 'hello'; readonly hosts: readonly string[] }

const handshakeRecord = 22
const clientHello = 1
const serverName = 0

/** Reads the beginning of a connection (RFC 8446, sections 4.1.2 and 5.1; RFC 6066, section 3). */
export function readBeginning(bytes: Buffer): Beginning {
  if (bytes.length === 0) return { kind: 'incomplete' }
  if (bytes[0] !== handshakeRecord) return { kind: 'other' }
  const message = joinRecords(bytes)
  if (message.length > 0 && message[0] !== clientHello) return { kind: 'other' }
  if (message.length < 4) return { kind: 'incomplete' }
  const end = 4 + message.readUIntBE(1, 3)
  if (message.length < end) return { kind: 'incomplete' }
  try {
    return { kind: 'hello', hosts: readHosts(message.subarray(4, end)) }
  } catch {
    return { kind: 'other' } // no server understands it
  }
}

/** The content of handshake records: a message may span several. */
function joinRecords(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at + 5 <= bytes.length && bytes[at] === handshakeRecord; ) {
    const end = at + 5 + bytes.readUInt16BE(at + 3)
    parts.push(bytes.subarray(at + 5, end))
    at = end
  }
  return Buffer.concat(parts)
}

/** Throws if a length leads out of the message. */
function readHosts(hello: Buffer): string[] {
  let at = 2 + 32
  at += 1 + hello.readUInt8(at) // session
  at += 2 + hello.readUInt16BE(at) // ciphers
  at += 1 + hello.readUInt8(at) // compression
  const hosts: string[] = []
  for (at += 2; at < hello.length; ) {
    const end = at + 4 + hello.readUInt16BE(at + 2)
    if (hello.readUInt16BE(at) === serverName) hosts.push(...readNames(hello.subarray(at + 4, end)))
    at = end
  }
  return hosts
}

function readNames(list: Buffer): string[] {
  const names: string[] = []
  for (let at = 2; at < list.length; ) {
    const end = at + 3 + list.readUInt16BE(at + 1)
    names.push(list.toString('latin1', at + 3, end))
    at = end
  }
  return names
}
