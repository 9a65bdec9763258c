/** The known shapes, one line each: a table is read by the first that knows it, or as it is. */
import type { Table } from '../table.ts'
import { ARENA } from './arena.ts'
import { EMBEDLLM } from './embedLlm.ts'
import { INSPECT } from './inspect.ts'
import { LANGFUSE } from './langfuse.ts'
import { LITELLM } from './liteLlm.ts'
import { LLM_ROUTER } from './llmRouter.ts'
import { LLM_ROUTER_BENCH } from './llmRouterBench.ts'
import { LM_EVALUATION_HARNESS } from './lmEvaluationHarness.ts'
import { OPENROUTER } from './openRouter.ts'
import { PROMPTFOO } from './promptfoo.ts'
import { PROMPTFOO_TABLE } from './promptfooTable.ts'
import { ROUTE_LLM } from './routeLlm.ts'
import { ROUTER_BENCH } from './routerBench.ts'
import type { Shape } from './shape.ts'
import { SPROUT } from './sprout.ts'

export const SHAPES: readonly Shape[] = [
  ROUTER_BENCH,
  LLM_ROUTER,
  LLM_ROUTER_BENCH,
  LM_EVALUATION_HARNESS,
  PROMPTFOO,
  PROMPTFOO_TABLE,
  SPROUT,
  EMBEDLLM,
  INSPECT,
  LITELLM,
  OPENROUTER,
  LANGFUSE,
  ARENA,
  ROUTE_LLM,
]

/** @throws Problem for a known shape that can be no log */
export function readShape(table: Table, file: string): Table {
  for (const { name, read } of SHAPES) {
    const known = read(table, file)
    if (known !== null) return { ...known, format: `${name}, ${table.format}` }
  }
  return table
}
