import * as z from 'zod'

/** Far above any price: with larger ones, costs would be no numbers any more. */
const dollars = z.number().min(0).max(1_000_000)

export const priceSchema = z
  .strictObject({
    input: dollars.describe('US dollars per million input tokens.'),
    'cached-read': dollars.optional().describe('The same for tokens from a cache. Default: as input.'),
    'cached-write': dollars.optional().describe('The same for tokens written to a cache. Default: as input.'),
    output: dollars.describe('US dollars per million output tokens.'),
  })
  .describe('The price of a model.')
