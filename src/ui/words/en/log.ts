import { MAX_TOKENS } from '../../../core/experiment/limits.ts'
import type { CostUnit } from '../../../core/log/mapping.ts'
import type { LogMessages, OtherKind, RowList } from '../../../core/messages/log.ts'
import type { Words } from '../catalogue.ts'
import type { Format } from '../format.ts'
import { andList, quotedList } from './lists.ts'

const ACCEPTED = 'CSV, TSV, JSON, JSON lines and Parquet are read, and these in a gzip archive.'

const KINDS: Readonly<Record<OtherKind, string>> = {
  zip: 'a ZIP archive or a spreadsheet (XLSX): unpack it, or save the sheet as CSV',
  zstandard: 'a Zstandard archive: unpack it first',
  bzip2: 'a bzip2 archive: unpack it first',
  xz: 'an xz archive: unpack it first',
  'old-spreadsheet': 'an old spreadsheet (XLS): save the sheet as CSV',
  pdf: 'a PDF document',
  picture: 'a picture',
  pickle: 'a Python pickle: save the table as CSV or Parquet',
  sqlite: 'an SQLite database',
  'unknown-binary': 'a binary file of an unknown kind',
  markup: 'a web page or XML',
}

/** `row 7`, `rows 3, 8 and 12`, `rows 1, 2, 3, 4, 5 and 40 more`. */
function rowList({ count, first }: RowList, format: Format): string {
  const more = count - first.length
  const items = [...first.map(String), ...(more > 0 ? [`${format.count(more)} more`] : [])]
  return `${count === 1 ? 'row' : 'rows'} ${andList(items)}`
}

const UNITS: Readonly<Record<CostUnit, string>> = {
  dollars: 'dollars',
  cents: 'cents',
  'per-thousand': 'dollars per 1,000 calls',
  millionths: 'millionths of a dollar',
  'per-million-tokens': 'dollars per million tokens',
  'per-thousand-tokens': 'dollars per 1,000 tokens',
  'per-token': 'dollars per token',
}

const quoted = (name: string) => `“${name}”`

const megabytes = (bytes: number, { figure }: Format) => `${figure(bytes / 1e6, 3)} MB`

export const logWords: Words<LogMessages> = {
  'no-log-open': () => 'No log is open.',

  'log-file-too-large': ({ name, bytes, mostBytes }, format) =>
    `${name} has ${format.count(Math.ceil(bytes / 1e6))} MB; at most ${megabytes(mostBytes, format)} are read.`,
  'file-kind-not-read': ({ name, kind }) => `${name} is ${KINDS[kind]}. ${ACCEPTED}`,
  'log-file-empty': ({ name }) => `${name} is empty.`,
  'text-not-decoded': ({ name, encoding, line }, { count }) =>
    `${name} is not ${encoding.toUpperCase()} text: line ${count(line)} has a byte that stands for no character. Save it as UTF-8.`,
  'archive-damaged': ({ name, detail }) => `${name} cannot be unpacked: ${detail}.`,
  'quotes-broken': ({ name, row, fault }) =>
    `${name}, row ${row}: ${
      fault === 'unclosed'
        ? 'a quoted cell is never closed.'
        : 'a quotation mark stands inside a quoted cell; it must be doubled.'
    }`,
  'header-missing': ({ name }) => `${name}: the first row must name the columns; it holds numbers.`,
  'too-many-columns': ({ name, columns, most }, { count }) =>
    `${name} has ${count(columns)} columns; at most ${count(most)} are read.`,
  'json-without-rows': ({ name, lists }, { count }) =>
    `${name} must be a list of records, or { "models": [...], "rows": [...] }; it holds ${count(lists)} lists of records.`,
  'json-row-not-an-object': ({ name, row }) =>
    `${name}, row ${row}: an object with named values is expected.`,
  'json-broken': ({ name, line, detail }) =>
    `${line === null ? name : `${name}, line ${line}`}: not JSON (${detail}).`,
  'too-many-rows': ({ name, rows, most }, { count }) =>
    `${name} has ${count(rows)} rows; at most ${count(most)} are read.`,
  'rows-beyond-limit': ({ most }, { count }) => `More than ${count(most)} rows: too many to read.`,
  'parquet-rows-do-not-add-up': ({ name }) => `${name} is damaged: its row groups do not add up.`,
  'parquet-not-read': ({ name, detail }) => `${name} cannot be read as Parquet: ${detail}.`,
  'unpacks-too-large': ({ name, mostBytes }, format) =>
    `${name} unpacks to more than ${megabytes(mostBytes, format)}.`,
  'log-without-rows': ({ name }) => `${name} has no rows.`,
  'one-log-expected': () =>
    'Give one log, of one file or several, and beside it at most one list of its LLMs with their prices.',
  'log-not-read': ({ detail }) => `The file cannot be read: ${detail}.`,

  'columns-miscounted': ({ name, roles, columns }, { count }) =>
    `${count(roles)} columns are described; ${name} has ${count(columns)}.`,
  'prompt-column-needed': () => 'Choose the column with the prompt’s text.',
  'too-many-group-columns': () => 'Choose at most one column for the family, and one for the LLM’s name.',
  'score-column-needed': () =>
    'No column of numbers is known to be a score: choose the column with the score.',
  'score-of-nobody': ({ column }) => `Say which LLM the score in “${column}” belongs to.`,
  'score-twice': ({ llm }) => `Two columns are the score of ${llm}.`,
  'scored-llms-out-of-bounds': ({ llms, fewest, most }, { count }) =>
    `${count(llms)} LLMs have a score; ${fewest} to ${most} can be routed between.`,
  'scores-unlike-models': ({ models, scores }, { count }) =>
    `The models list names ${count(models)} LLMs, but a row has ${count(scores)} scores.`,
  'pairs-not-read': () =>
    'Pairs of answers with a winner are not read: a score and a cost of each answer are needed.',
  'too-few-llms': ({ llms, fewest }) => `The log names ${llms} LLMs; at least ${fewest} are needed.`,
  'too-many-llms': ({ row, most }) => `Row ${row}: more than ${most} LLMs.`,
  'too-many-prompts': ({ prompts, most }, { count }) =>
    `${count(prompts)} prompts; at most ${count(most)} are read.`,
  'prompts-beyond-limit': ({ row, most }, { count }) => `Row ${row}: more than ${count(most)} prompts.`,
  'too-few-prompts': ({ prompts, fewest }) =>
    `${prompts} complete prompts; at least ${fewest} are needed to train on some and evaluate on others.`,
  'one-llm': ({ llm }) =>
    `This log has the answers of one LLM, ${llm}. To route, every prompt needs the answers of several: bring a file that has them, or the files of several LLMs together.`,
  'cost-missing': ({ llms }) =>
    `No cost is known for ${andList(llms)}. Choose the column with the cost of a call, or the ones with its input and output tokens, and bring a list of prices beside the log; if the file has neither, add one of them.`,
  'price-unknown': ({ llms }) =>
    `The log counts tokens, but no price is known for ${andList(llms)}: bring a models list beside it, with their prices per million input and output tokens.`,
  'models-without-id': () => 'The models list has no column “id”.',
  'model-unnamed': ({ row }) => `Models list, row ${row}: the LLM has no id.`,
  'model-twice': ({ row, llm }) => `Models list, row ${row}: ${llm} is there twice.`,
  'price-out-of-range': ({ row, llm }) =>
    `Models list, row ${row}: the price of ${llm} is not a number of dollars within bounds.`,

  'prompts-too-long': ({ rows, most }, format) =>
    `A prompt of more than ${format.count(most)} characters: ${rowList(rows, format)}.`,
  'scores-out-of-range': ({ rows, column, scale }, format) =>
    `Scores outside 0 to ${scale} in “${column}”: ${rowList(rows, format)}. Choose the scale they are on, or correct the file.`,
  'costs-out-of-range': ({ rows, column }, format) =>
    `Negative or infinite in “${column}”: ${rowList(rows, format)}. A cost is a number of dollars, 0 or more.`,
  'not-numbers': ({ rows, column }, format) =>
    `Not a number, or not in the unit of its column, in “${column}”: ${rowList(rows, format)}.`,
  'more-problems': ({ count }, format) =>
    `And ${format.count(count)} problems of the same kinds in other columns.`,
  'ragged-rows': ({ rows }, format) =>
    `Left out, because the row has another number of cells than the header: ${rowList(rows, format)}.`,
  'rows-without-prompt': ({ rows }, format) =>
    `Left out, because the prompt is empty: ${rowList(rows, format)}.`,
  'rows-without-llm': ({ rows }, format) => `Left out, because no LLM is named: ${rowList(rows, format)}.`,
  'rows-with-gaps': ({ rows }, format) =>
    `Left out, because a cell is empty or NaN: ${rowList(rows, format)}.`,
  'prompts-without-all-llms': ({ rows }, format) =>
    `Left out, because not every LLM answered the prompt that begins in ${rowList(rows, format)}.`,
  'scores-not-on-scale': ({ from, to }, { figure }) =>
    `Scores run from ${figure(from, 17)} to ${figure(to, 17)}: that is no scale from 0 up. Choose “their own range” to make the lowest 0 and the highest 1, or choose another column.`,
  'few-complete-prompts': ({ complete, prompts }, { count }) =>
    `Only ${count(complete)} of ${count(prompts)} prompts have an outcome of every LLM.`,
  'leave-llm-out': ({ llms, prompts }, { count }) =>
    `Leave out ${andList(llms)}, and ${count(prompts)} prompts have an outcome of every other LLM.`,
  'one-answer-a-prompt': ({ prompts, llms }, { count }) =>
    `Each of these ${count(prompts)} prompts was answered by one of ${llms} LLMs only, as in the log of a router at work. To make a world, every prompt needs an outcome of every LLM.`,

  'read-as-encoding': ({ name, encoding, line }, { count }) =>
    `${name} is not UTF-8 (line ${count(line)} is the first that shows it): it is read as ${encoding}. Check its accents and signs.`,
  'lines-before-header': ({ header }) =>
    `Row ${header} names the columns; what stands above it is passed over.`,
  'prompts-joined': ({ columns }) => `A prompt is ${andList(columns.map(quoted))} joined.`,
  'prompts-repeat': ({ prompts }, { count }) =>
    `${prompts === 1 ? '1 prompt repeats' : `${count(prompts)} prompts repeat`} the text of an earlier one; they stay together in one split.`,
  'outcomes-averaged': ({ rows }, { count }) =>
    `${count(rows)} rows repeat a prompt and LLM; their means are used.`,
  'family-before-slash': () => 'A family is what stands before the first slash of its name.',
  'families-merged': ({ families, merged, into, most }, { count }) =>
    `The log has ${count(families)} families; the ${count(merged)} rarest are merged into “${into}”, since ${count(most)} can be told apart.`,
  'scores-scaled': ({ scale, from, to }, { figure }) =>
    `Scores are divided by ${scale}: in the file they run from ${figure(from, 17)} to ${figure(to, 17)}.`,
  'scores-stretched': ({ from, to }, { figure }) =>
    `Scores are stretched to 0 to 1: in the file they run from ${figure(from, 17)} to ${figure(to, 17)}.`,
  'scores-unlike': ({ llms, scale }) =>
    `The scores of ${andList(llms)} stay within 1, those of others go up to ${scale}. If they are on different scales, bring them to one.`,
  'llms-left-out': ({ llms }) => `Left out: ${andList(llms)}.`,
  'costs-in-unit': ({ unit }) => `Costs are read as ${UNITS[unit]}.`,
  'costs-high': ({ mean }, { figure }) =>
    `A call costs ${figure(mean, 3)} dollars on average. If that is too much, costs are in another unit: choose it.`,
  'costs-added': ({ columns }) => `A cost is the sum of ${andList(columns.map(quoted))}.`,
  'costs-in-currency': ({ currency }) =>
    `Costs are in ${currency}. They are not converted: where the page says $, read ${currency}.`,
  'costs-from-tokens': () => 'Costs are token counts at list price, not bills.',
  'costs-of-output-alone': () =>
    'Input tokens are not in the log: these costs are those of the output alone.',
  'llms-without-score': ({ llms }) => `Left aside, having a cost but no score: ${llms.join(', ')}.`,

  'prompts-in-windows': ({ prompts, windows }, { count }) =>
    `${count(prompts)} prompts have more than the ${MAX_TOKENS} tokens that the encoder reads at once: they are read in overlapping windows, which takes as long as ${count(windows)} short prompts.`,
  'prompts-cut': ({ prompts }, { count }) =>
    `${count(prompts)} prompts are longer than all windows together: their ends are not read.`,
  'prompts-unknown': ({ prompts }, { count }) =>
    `${count(prompts)} prompts are made of words that the encoder does not know: it was trained on English.`,
  'embeddings-shared': ({ prompts, of, embeddings }, { count }) =>
    `${count(prompts)} of ${count(of)} different prompts cannot be told apart by the encoder: they share ${
      embeddings === 1 ? '1 embedding' : `${count(embeddings)} embeddings`
    }, and no router can send them to different LLMs.`,

  'families-unknown': ({ names }) => `The log has no family ${quotedList(names)}.`,
  'splits-empty': ({ prompts, heldOut, splits }, { count }) => {
    const why =
      heldOut.length > 0
        ? `With ${heldOut.join(', ')} kept out of training, ${count(prompts)} prompts are left`
        : `The log has ${count(prompts)} prompts, many of them with the same text`
    return `${why}: none of them falls into ${splits.join(' or ')}. A prompt's text decides its split.`
  },
  'costs-all-zero': () =>
    'The 95th percentile of the training costs is 0: without costs there is nothing to trade quality for.',
  'prompts-not-encoded': () => 'Not all prompts are encoded yet.',
  'log-card-summary': ({ prompts, llms }, { count }) =>
    `Your own routing log: ${count(prompts)} prompts, each answered by ${llms} LLMs.`,
  'log-card-source': ({ name }) => `The file ${name}, read on this device.`,
  'log-card-licence': () => 'Yours. Nothing of it leaves this device.',
  'log-card-replay': () =>
    'A pull replays the one logged call, so the same prompt and LLM always give the same outcome.',
  'log-card-held-out': ({ families }) => `Kept out of training: ${families.join(', ')}.`,

  'embeddings-not-kept': () => 'Embeddings are not kept: stay on this page until the world is made.',
  'log-not-kept': () => 'The world is here until you leave the page.',
  'saved-log-gone': () => 'This log is not on this device any more.',
  'saved-log-damaged': ({ title }) => `“${title}” is damaged on this device and cannot be opened.`,

  'advice-several-llms': () =>
    'Bring a file in which several LLMs answered the same prompts, or the files of several LLMs together.',
  'advice-costs': () =>
    'Add a column with the dollars of each call, or columns with its input and output tokens and a list of prices per million tokens beside the log.',
  'advice-every-answer': () =>
    'Bring a log in which every prompt has a score and a cost of every LLM, for at least 50 prompts.',
  'advice-cells': () =>
    'Correct these cells or leave their rows out, or say on the page which column, scale or unit is meant.',
  'advice-smaller': () => 'Split the file, or leave out rows and columns that are not needed.',
  'advice-columns': () =>
    'Say on the page what each column means, or name the columns prompt, model, score and cost.',
  'advice-format': () =>
    'Save the log as CSV, JSON lines or Parquet, with one row for each prompt and LLM: prompt, model, score, cost.',
}
