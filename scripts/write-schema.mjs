// Writes schema/plan.json from the definition that validates plans. Needs lib/ (npm run bundle).
import { mkdirSync, writeFileSync } from 'node:fs'
import { toPlanSchema } from '../lib/plan/schema/json-schema.js'

mkdirSync('schema', { recursive: true })
writeFileSync('schema/plan.json', `${JSON.stringify(toPlanSchema(), null, 2)}\n`)
