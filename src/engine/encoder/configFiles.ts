/** The model's two small configuration files, our own: what transformers.js needs to know and no more. */
import { MAX_TOKENS } from '../../core/experiment/limits.ts'

const config = {
  model_type: 'bert',
  architectures: ['BertModel'],
  hidden_size: 384,
  num_hidden_layers: 6,
  num_attention_heads: 12,
  intermediate_size: 1536,
  hidden_act: 'gelu',
  vocab_size: 30522,
  max_position_embeddings: 512,
  type_vocab_size: 2,
  layer_norm_eps: 1e-12,
  pad_token_id: 0,
}

const tokenizerConfig = {
  tokenizer_class: 'BertTokenizer',
  do_lower_case: true,
  model_max_length: MAX_TOKENS,
  cls_token: '[CLS]',
  sep_token: '[SEP]',
  pad_token: '[PAD]',
  unk_token: '[UNK]',
  mask_token: '[MASK]',
}

/** Text by path inside the model's folder. */
export const CONFIG_FILES: ReadonlyMap<string, string> = new Map([
  ['config.json', `${JSON.stringify(config, null, 1)}\n`],
  ['tokenizer_config.json', `${JSON.stringify(tokenizerConfig, null, 1)}\n`],
])
