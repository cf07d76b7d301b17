import * as z from 'zod'
import { variablePattern } from '../../model/names/variable-pattern.ts'
import { idPattern } from './id-pattern.ts'

// Kinds of values that several parts of the plan file share.
export const id = z.string().regex(idPattern)
export const command = z.string().trim().min(1)
export const minutes = z.number().positive().max(100_000)
export const count = z.number().int().min(0).max(1000)
export const globs = z.array(z.string().min(1).max(1000))
export const environment = z.record(
  z.string().regex(variablePattern),
  z.union([z.string(), z.number(), z.boolean()]),
)
