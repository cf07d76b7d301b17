import { join } from 'node:path'
import { writePlainFile } from '../files/plain-file.ts'

/** The first of three system calls in a row, `add_key`, `request_key` and `keyctl`, for each architecture of Linux. */
const firstCalls = {
  3221225534: 248, // x86-64
  1073741827: 286, // i386
  3221225655: 217, // ARM, 64 bits
  1073741864: 309, // ARM, 32 bits
  3221225715: 217, // RISC-V, 64 bits
}

/** Of `struct seccomp_data`, in bytes: https://man7.org/linux/man-pages/man2/seccomp.2.html */
const [callOffset, architectureOffset] = [0, 4]
/** Marks system calls of x86-64 with pointers of 32 bits. */
const x32Bit = 0x4000_0000
const [allowed, missing] = [0x7fff_0000, 0x0005_0000 | 38 /* ENOSYS */]

/** Instructions of classic BPF: https://www.kernel.org/doc/html/latest/networking/filter.html */
const [load, and, jumpIfEqual, jumpIfGreater, jumpIfNotLess, end] = [0x20, 0x54, 0x15, 0x25, 0x35, 0x06]

type Instruction = readonly [code: number, value: number, skippedIfTrue?: number, skippedIfFalse?: number]

/**
 * A filter of system calls in the form of the kernel: keyrings look as if it had none. They belong to a session or a user, not to a
 * namespace, and can hold tickets and passwords.
 */
function toKeyFilter(): Buffer {
  const perArchitecture = Object.entries(firstCalls).flatMap<Instruction>(([architecture, first]) => [
    [jumpIfEqual, Number(architecture), 0, 6],
    [load, callOffset],
    [and, ~x32Bit >>> 0],
    [jumpIfNotLess, first, 0, 1],
    [jumpIfGreater, first + 2, 0, 1],
    [end, allowed],
    [end, missing],
  ])
  return Buffer.concat(
    [[load, architectureOffset] as const, ...perArchitecture, [end, allowed] as const].map(toBytes),
  )
}

function toBytes([code, value, skippedIfTrue = 0, skippedIfFalse = 0]: Instruction): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt16LE(code, 0)
  bytes.writeUInt8(skippedIfTrue, 2)
  bytes.writeUInt8(skippedIfFalse, 3)
  bytes.writeUInt32LE(value, 4)
  return bytes
}

/** Writes the filter into a folder of the harness. Returns its path. */
export function writeKeyFilter(folder: string): string {
  const path = join(folder, 'key-filter')
  writePlainFile(path, toKeyFilter())
  return path
}
