import { join } from 'node:path'
import { writePlainFile } from '../files/plain-file.ts'

/** Numbers of system calls for an architecture of Linux. `keys`: the first of three in a row, `add_key`, `request_key` and `keyctl`. */
interface Calls {
  readonly keys: number
  readonly timerCreate: number
  readonly mqNotify: number
  readonly fcntl: readonly number[]
}

const generic: Calls = { keys: 217, timerCreate: 107, mqNotify: 184, fcntl: [25] }
const callsByArchitecture: Readonly<Record<number, Calls>> = {
  3221225534: { keys: 248, timerCreate: 222, mqNotify: 244, fcntl: [72] }, // x86-64
  1073741827: { keys: 286, timerCreate: 259, mqNotify: 281, fcntl: [55, 221] }, // i386
  3221225655: generic, // ARM, 64 bits
  1073741864: { keys: 309, timerCreate: 257, mqNotify: 278, fcntl: [55, 221] }, // ARM, 32 bits
  3221225715: generic, // RISC-V, 64 bits
}

/** Of `struct seccomp_data`, in bytes: https://man7.org/linux/man-pages/man2/seccomp.2.html */
const [callOffset, architectureOffset] = [0, 4]
const [secondArgument, secondArgumentEnd, thirdArgument] = [24, 28, 32]
/** Marks system calls of x86-64 with pointers of 32 bits. */
const x32Bit = 0x4000_0000
const [allowed, missing, invalid] = [
  0x7fff_0000,
  0x0005_0000 | 38 /* ENOSYS */,
  0x0005_0000 | 22 /* EINVAL */,
]
const [setSignal, continues] = [10 /* F_SETSIG */, 18 /* SIGCONT */]

/** Instructions of classic BPF: https://www.kernel.org/doc/html/latest/networking/filter.html */
const [load, and, jumpIfEqual, jumpIfGreater, jumpIfNotLess, end] = [0x20, 0x54, 0x15, 0x25, 0x35, 0x06]

type Instruction = readonly [code: number, value: number, skippedIfTrue?: number, skippedIfFalse?: number]

/**
 * A filter of system calls in the form of the kernel. Keyrings look as if it had none: they belong to a session or a user, not to a
 * namespace, and can hold tickets and passwords. And nothing can have the kernel continue a process that the harness has stopped.
 */
function toKeyFilter(): Buffer {
  const perArchitecture = Object.entries(callsByArchitecture).flatMap<Instruction>(
    ([architecture, calls]) => {
      const rules = toRules(calls)
      return [[jumpIfEqual, Number(architecture), 0, rules.length], ...rules]
    },
  )
  return Buffer.concat(
    [[load, architectureOffset] as const, ...perArchitecture, [end, allowed] as const].map(toBytes),
  )
}

function toRules({ keys, timerCreate, mqNotify, fcntl }: Calls): Instruction[] {
  return [
    [load, callOffset],
    [and, ~x32Bit >>> 0],
    [jumpIfNotLess, keys, 0, 2],
    [jumpIfGreater, keys + 2, 1, 0],
    [end, missing],
    ...[timerCreate, mqNotify].flatMap(refuseChosenSignal),
    ...fcntl.flatMap(refuseContinuing),
    [end, allowed],
  ]
}

/** Without its second argument, a timer sends the usual signal, as that of `timeout` does. */
function refuseChosenSignal(call: number): Instruction[] {
  return [
    [jumpIfEqual, call, 0, 6],
    [load, secondArgument],
    [jumpIfEqual, 0, 0, 2],
    [load, secondArgumentEnd],
    [jumpIfEqual, 0, 1, 0],
    [end, missing],
    [end, allowed],
  ]
}

/** A file can send a signal when something changes. */
function refuseContinuing(call: number): Instruction[] {
  return [
    [jumpIfEqual, call, 0, 6],
    [load, secondArgument],
    [jumpIfEqual, setSignal, 0, 2],
    [load, thirdArgument],
    [jumpIfEqual, continues, 1, 0],
    [end, allowed],
    [end, invalid],
  ]
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
