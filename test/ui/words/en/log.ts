import type { LogMessages } from '../../../../src/core/messages/log.ts'
import type { Examples } from './examples.ts'

const name = 'log.csv'
const rows = { count: 2, first: [3, 8] }

export const logSentences: Examples<LogMessages> = {
  'no-log-open': [{}, 'No log is open.'],

  'log-file-too-large': [
    { name, bytes: 100_000_001, mostBytes: 100_000_000 },
    'log.csv has 101 MB; at most 100 MB are read.',
  ],
  'file-kind-not-read': [
    { name, kind: 'zstandard' },
    'log.csv is a Zstandard archive: unpack it first. CSV, TSV, JSON, JSON lines and Parquet are read, and these in a gzip archive.',
  ],
  'log-file-empty': [{ name }, 'log.csv is empty.'],
  'text-not-decoded': [
    { name, encoding: 'utf-8', line: 1_234 },
    'log.csv is not UTF-8 text: line 1,234 has a byte that stands for no character. Save it as UTF-8.',
  ],
  'archive-damaged': [
    { name, detail: 'unexpected end of file' },
    'log.csv cannot be unpacked: unexpected end of file.',
  ],
  'quotes-broken': [{ name, row: 2, fault: 'unclosed' }, 'log.csv, row 2: a quoted cell is never closed.'],
  'header-missing': [{ name }, 'log.csv: the first row must name the columns; it holds numbers.'],
  'too-many-columns': [
    { name, columns: 1_001, most: 1_000 },
    'log.csv has 1,001 columns; at most 1,000 are read.',
  ],
  'json-without-rows': [
    { name, lists: 2 },
    'log.csv must be a list of records, or { "models": [...], "rows": [...] }; it holds 2 lists of records.',
  ],
  'json-row-not-an-object': [{ name, row: 1 }, 'log.csv, row 1: an object with named values is expected.'],
  'json-broken': [{ name, line: 2, detail: 'Unexpected end' }, 'log.csv, line 2: not JSON (Unexpected end).'],
  'too-many-rows': [
    { name, rows: 4_000_000, most: 3_200_000 },
    'log.csv has 4,000,000 rows; at most 3,200,000 are read.',
  ],
  'rows-beyond-limit': [{ most: 3_200_000 }, 'More than 3,200,000 rows: too many to read.'],
  'parquet-rows-do-not-add-up': [{ name }, 'log.csv is damaged: its row groups do not add up.'],
  'parquet-not-read': [{ name, detail: 'bad footer' }, 'log.csv cannot be read as Parquet: bad footer.'],
  'unpacks-too-large': [{ name, mostBytes: 600_000_000 }, 'log.csv unpacks to more than 600 MB.'],
  'log-without-rows': [{ name }, 'log.csv has no rows.'],
  'one-log-expected': [
    {},
    'Give one log, of one file or several, and beside it at most one list of its LLMs with their prices.',
  ],
  'log-not-read': [{ detail: 'out of memory' }, 'The file cannot be read: out of memory.'],

  'columns-miscounted': [{ name, roles: 0, columns: 6 }, '0 columns are described; log.csv has 6.'],
  'prompt-column-needed': [{}, 'Choose the column with the prompt’s text.'],
  'too-many-group-columns': [{}, 'Choose at most one column for the family, and one for the LLM’s name.'],
  'score-column-needed': [
    {},
    'No column of numbers is known to be a score: choose the column with the score.',
  ],
  'score-of-nobody': [{ column: 'x1' }, 'Say which LLM the score in “x1” belongs to.'],
  'score-twice': [{ llm: 'gpt-4' }, 'Two columns are the score of gpt-4.'],
  'scored-llms-out-of-bounds': [
    { llms: 65, fewest: 2, most: 64 },
    '65 LLMs have a score; 2 to 64 can be routed between.',
  ],
  'scores-unlike-models': [{ models: 2, scores: 3 }, 'The models list names 2 LLMs, but a row has 3 scores.'],
  'pairs-not-read': [
    {},
    'Pairs of answers with a winner are not read: a score and a cost of each answer are needed.',
  ],
  'too-few-llms': [{ llms: 1, fewest: 2 }, 'The log names 1 LLMs; at least 2 are needed.'],
  'too-many-llms': [{ row: 66, most: 64 }, 'Row 66: more than 64 LLMs.'],
  'too-many-prompts': [{ prompts: 50_001, most: 50_000 }, '50,001 prompts; at most 50,000 are read.'],
  'prompts-beyond-limit': [{ row: 90_000, most: 50_000 }, 'Row 90000: more than 50,000 prompts.'],
  'too-few-prompts': [
    { prompts: 49, fewest: 50 },
    '49 complete prompts; at least 50 are needed to train on some and evaluate on others.',
  ],
  'one-llm': [
    { llm: 'a' },
    'This log has the answers of one LLM, a. To route, every prompt needs the answers of several: bring a file that has them, or the files of several LLMs together.',
  ],
  'cost-missing': [
    { llms: ['a', 'b'] },
    'No cost is known for a and b. Choose the column with the cost of a call, or the ones with its input and output tokens, and bring a list of prices beside the log; if the file has neither, add one of them.',
  ],
  'price-unknown': [
    { llms: ['a', 'b'] },
    'The log counts tokens, but no price is known for a and b: bring a models list beside it, with their prices per million input and output tokens.',
  ],
  'models-without-id': [{}, 'The models list has no column “id”.'],
  'model-unnamed': [{ row: 3 }, 'Models list, row 3: the LLM has no id.'],
  'model-twice': [{ row: 3, llm: 'a' }, 'Models list, row 3: a is there twice.'],
  'price-out-of-range': [
    { row: 3, llm: 'a' },
    'Models list, row 3: the price of a is not a number of dollars within bounds.',
  ],

  'prompts-too-long': [
    { rows: { count: 1, first: [5] }, most: 1_000_000 },
    'A prompt of more than 1,000,000 characters: row 5.',
  ],
  'scores-out-of-range': [
    { rows, column: 'a', scale: 10 },
    'Scores outside 0 to 10 in “a”: rows 3 and 8. Choose the scale they are on, or correct the file.',
  ],
  'costs-out-of-range': [
    { rows: { count: 3, first: [3, 8, 12] }, column: 'a' },
    'Negative or infinite in “a”: rows 3, 8 and 12. A cost is a number of dollars, 0 or more.',
  ],
  'not-numbers': [
    { rows, column: 'a' },
    'Not a number, or not in the unit of its column, in “a”: rows 3 and 8.',
  ],
  'more-problems': [{ count: 3 }, 'And 3 problems of the same kinds in other columns.'],
  'ragged-rows': [
    { rows },
    'Left out, because the row has another number of cells than the header: rows 3 and 8.',
  ],
  'rows-without-prompt': [{ rows }, 'Left out, because the prompt is empty: rows 3 and 8.'],
  'rows-without-llm': [{ rows }, 'Left out, because no LLM is named: rows 3 and 8.'],
  'rows-with-gaps': [
    { rows: { count: 1_031, first: [2, 3, 4, 5, 6] } },
    'Left out, because a cell is empty or NaN: rows 2, 3, 4, 5, 6 and 1,026 more.',
  ],
  'prompts-without-all-llms': [
    { rows },
    'Left out, because not every LLM answered the prompt that begins in rows 3 and 8.',
  ],
  'scores-not-on-scale': [
    { from: -7.975, to: 5.957 },
    'Scores run from -7.975 to 5.957: that is no scale from 0 up. Choose “their own range” to make the lowest 0 and the highest 1, or choose another column.',
  ],
  'few-complete-prompts': [
    { complete: 1, prompts: 1_060 },
    'Only 1 of 1,060 prompts have an outcome of every LLM.',
  ],
  'leave-llm-out': [
    { llms: ['a', 'rare'], prompts: 1_060 },
    'Leave out a and rare, and 1,060 prompts have an outcome of every other LLM.',
  ],
  'one-answer-a-prompt': [
    { prompts: 1_500, llms: 3 },
    'Each of these 1,500 prompts was answered by one of 3 LLMs only, as in the log of a router at work. To make a world, every prompt needs an outcome of every LLM.',
  ],

  'read-as-encoding': [
    { name, encoding: 'Windows-1252', line: 2 },
    'log.csv is not UTF-8 (line 2 is the first that shows it): it is read as Windows-1252. Check its accents and signs.',
  ],
  'lines-before-header': [{ header: 4 }, 'Row 4 names the columns; what stands above it is passed over.'],
  'prompts-joined': [{ columns: ['task', 'input'] }, 'A prompt is “task” and “input” joined.'],
  'prompts-repeat': [
    { prompts: 1 },
    '1 prompt repeats the text of an earlier one; they stay together in one split.',
  ],
  'outcomes-averaged': [{ rows: 1_200 }, '1,200 rows repeat a prompt and LLM; their means are used.'],
  'family-before-slash': [{}, 'A family is what stands before the first slash of its name.'],
  'families-merged': [
    { families: 1_500, merged: 1_245, into: 'other', most: 256 },
    'The log has 1,500 families; the 1,245 rarest are merged into “other”, since 256 can be told apart.',
  ],
  'scores-scaled': [
    { scale: 10, from: 0.5, to: 9 },
    'Scores are divided by 10: in the file they run from 0.5 to 9.',
  ],
  'scores-stretched': [
    { from: -7.975, to: 5.957 },
    'Scores are stretched to 0 to 1: in the file they run from -7.975 to 5.957.',
  ],
  'scores-unlike': [
    { llms: ['a', 'b'], scale: 100 },
    'The scores of a and b stay within 1, those of others go up to 100. If they are on different scales, bring them to one.',
  ],
  'llms-left-out': [{ llms: ['a', 'b'] }, 'Left out: a and b.'],
  'costs-in-unit': [{ unit: 'per-thousand' }, 'Costs are read as dollars per 1,000 calls.'],
  'costs-high': [
    { mean: 12.3456 },
    'A call costs 12.3 dollars on average. If that is too much, costs are in another unit: choose it.',
  ],
  'costs-added': [{ columns: ['in', 'out'] }, 'A cost is the sum of “in” and “out”.'],
  'costs-in-currency': [
    { currency: '€' },
    'Costs are in €. They are not converted: where the page says $, read €.',
  ],
  'costs-from-tokens': [{}, 'Costs are token counts at list price, not bills.'],
  'costs-of-output-alone': [
    {},
    'Input tokens are not in the log: these costs are those of the output alone.',
  ],
  'llms-without-score': [{ llms: ['a', 'b'] }, 'Left aside, having a cost but no score: a, b.'],

  'prompts-in-windows': [
    { prompts: 60, windows: 1_200 },
    '60 prompts have more than the 256 tokens that the encoder reads at once: they are read in overlapping windows, which takes as long as 1,200 short prompts.',
  ],
  'prompts-cut': [{ prompts: 3 }, '3 prompts are longer than all windows together: their ends are not read.'],
  'prompts-unknown': [
    { prompts: 100 },
    '100 prompts are made of words that the encoder does not know: it was trained on English.',
  ],
  'embeddings-shared': [
    { prompts: 100, of: 120, embeddings: 1 },
    '100 of 120 different prompts cannot be told apart by the encoder: they share 1 embedding, and no router can send them to different LLMs.',
  ],

  'families-unknown': [{ names: ['law', 'art'] }, 'The log has no family “law”, “art”.'],
  'splits-empty': [
    { prompts: 0, heldOut: ['sums', 'verse'], splits: ['validation', 'test'] },
    "With sums, verse kept out of training, 0 prompts are left: none of them falls into validation or test. A prompt's text decides its split.",
  ],
  'costs-all-zero': [
    {},
    'The 95th percentile of the training costs is 0: without costs there is nothing to trade quality for.',
  ],
  'prompts-not-encoded': [{}, 'Not all prompts are encoded yet.'],
  'log-card-summary': [
    { prompts: 1_200, llms: 3 },
    'Your own routing log: 1,200 prompts, each answered by 3 LLMs.',
  ],
  'log-card-source': [{ name }, 'The file log.csv, read on this device.'],
  'log-card-licence': [{}, 'Yours. Nothing of it leaves this device.'],
  'log-card-replay': [
    {},
    'A pull replays the one logged call, so the same prompt and LLM always give the same outcome.',
  ],
  'log-card-held-out': [{ families: ['Sums', 'Verse'] }, 'Kept out of training: Sums, Verse.'],

  'embeddings-not-kept': [{}, 'Embeddings are not kept: stay on this page until the world is made.'],
  'log-not-kept': [{}, 'The world is here until you leave the page.'],
  'saved-log-gone': [{}, 'This log is not on this device any more.'],
  'saved-log-damaged': [{ title: 'Mine' }, '“Mine” is damaged on this device and cannot be opened.'],

  'advice-several-llms': [
    {},
    'Bring a file in which several LLMs answered the same prompts, or the files of several LLMs together.',
  ],
  'advice-costs': [
    {},
    'Add a column with the dollars of each call, or columns with its input and output tokens and a list of prices per million tokens beside the log.',
  ],
  'advice-every-answer': [
    {},
    'Bring a log in which every prompt has a score and a cost of every LLM, for at least 50 prompts.',
  ],
  'advice-cells': [
    {},
    'Correct these cells or leave their rows out, or say on the page which column, scale or unit is meant.',
  ],
  'advice-smaller': [{}, 'Split the file, or leave out rows and columns that are not needed.'],
  'advice-columns': [
    {},
    'Say on the page what each column means, or name the columns prompt, model, score and cost.',
  ],
  'advice-format': [
    {},
    'Save the log as CSV, JSON lines or Parquet, with one row for each prompt and LLM: prompt, model, score, cost.',
  ],
}
