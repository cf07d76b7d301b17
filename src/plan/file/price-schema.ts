import * as z from 'zod'

export const priceSchema = z
  .strictObject({
    input: z.number().min(0).describe('US dollars per million input tokens.'),
    'cached-read': z
      .number()
      .min(0)
      .optional()
      .describe('The same for tokens from a cache. Default: as input.'),
    'cached-write': z
      .number()
      .min(0)
      .optional()
      .describe('The same for tokens written to a cache. Default: as input.'),
    output: z.number().min(0).describe('US dollars per million output tokens.'),
  })
  .describe('The price of a model.')
