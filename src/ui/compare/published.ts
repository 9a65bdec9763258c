/** Figures that others have published, with their source. Other prompts and splits than here: to be read beside ours, not against them. */
export interface PublishedFigure {
  readonly name: string
  readonly figure: string
  readonly on: string
}

export const PAPER = { name: 'Wei et al. 2025, arXiv 2510.07429', href: 'https://arxiv.org/abs/2510.07429' }

export const PUBLISHED: readonly PublishedFigure[] = [
  {
    name: 'BaRP',
    figure: '.7357',
    on: 'mean score in distribution; .6347 out of distribution (MBPP, HellaSwag and HotpotQA held out)',
  },
  { name: 'largest LLM', figure: '.7087', on: 'mean score in distribution' },
  {
    name: 'RouterDC, GraphRouter',
    figure: 'BaRP + 12.46 % or more',
    on: 'how much higher BaRP scores than these offline routers, relative, as its abstract states it',
  },
  { name: 'BaRP by REINFORCE', figure: '.7432', on: 'score, comparison of learning algorithms (Sec. 4.6)' },
  { name: 'ε-greedy', figure: '.6556', on: 'the same' },
  { name: 'linear Thompson sampling', figure: '.6430', on: 'the same' },
  { name: 'LinUCB', figure: '.6166', on: 'the same' },
  { name: 'BaRP’s cost', figure: '$0.074 → $0.015', on: 'from w_c = .2 to w_c = .8; the unit is not stated' },
]
