import { describeLanes } from './lane-cases.ts'

describeLanes('refs')
