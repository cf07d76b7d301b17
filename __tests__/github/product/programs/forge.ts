// Hands over a task in the name of the harness: node forge.ts <task> <path to add> <folder for the artifact>. It uses the product's own
// code, so that everything is right about it except for what it adds.
import { HarnessKey } from '../../../../src/jobs/handover/harness-key.ts'
import { writeForgery } from './forgery.ts'

const [task = '', path = '', folder = ''] = process.argv.slice(2)
await writeForgery({ task, path, folder, attempt: 1, key: new HarnessKey() })
