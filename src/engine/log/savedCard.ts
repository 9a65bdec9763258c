/** What the data card of a kept log may say: the messages that reading a log and making a world of it leave there. */
import * as v from 'valibot'
import { COST_UNITS } from '../../core/log/mapping.ts'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
const Texts = v.array(v.string())
const None = v.strictObject({})
const Rows = v.object({ rows: v.object({ count: Count, first: v.array(Count) }) })

function said<const Code extends string, Params extends v.GenericSchema>(code: Code, params: Params) {
  return v.object({ code: v.literal(code), params })
}

/** Logs kept by earlier versions of this page have sentences. */
export const SavedCardText = v.union([
  v.string(),
  v.variant('code', [
    said('log-card-summary', v.object({ prompts: Count, llms: Count })),
    said('log-card-source', v.object({ name: v.string() })),
    said('log-card-licence', None),
    said('log-card-replay', None),
    said('log-card-held-out', v.object({ families: Texts })),
    said('read-as-encoding', v.object({ name: v.string(), encoding: v.string(), line: Count })),
    said('lines-before-header', v.object({ header: Count })),
    said('prompts-joined', v.object({ columns: Texts })),
    said('prompts-repeat', v.object({ prompts: Count })),
    said('outcomes-averaged', v.object({ rows: Count })),
    said('family-before-slash', None),
    said('families-merged', v.object({ families: Count, merged: Count, into: v.string(), most: Count })),
    said('scores-scaled', v.object({ scale: v.number(), from: v.number(), to: v.number() })),
    said('scores-stretched', v.object({ from: v.number(), to: v.number() })),
    said('llms-left-out', v.object({ llms: Texts })),
    said('costs-in-unit', v.object({ unit: v.picklist(COST_UNITS) })),
    said('costs-high', v.object({ mean: v.number() })),
    said('scores-unlike', v.object({ llms: Texts, scale: v.number() })),
    said('costs-added', v.object({ columns: Texts })),
    said('costs-in-currency', v.object({ currency: v.string() })),
    said('costs-from-tokens', None),
    said('costs-of-output-alone', None),
    said('prompts-in-windows', v.object({ prompts: Count, windows: Count })),
    said('prompts-cut', v.object({ prompts: Count })),
    said('prompts-unknown', v.object({ prompts: Count })),
    said('embeddings-shared', v.object({ prompts: Count, of: Count, embeddings: Count })),
    said('llms-without-score', v.object({ llms: Texts })),
    said('ragged-rows', Rows),
    said('rows-without-prompt', Rows),
    said('rows-without-llm', Rows),
    said('rows-with-gaps', Rows),
    said('prompts-without-all-llms', Rows),
  ]),
])
