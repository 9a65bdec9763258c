/** What limits a result on a log, in sentences with numbers. */
import type { StudyResult } from '../../core/evaluation/study.ts'
import { mean } from '../../core/math/statistics.ts'
import { rowsOf, type World } from '../../core/world/world.ts'

/** Validation reward below training reward that counts as learning by heart. */
const BY_HEART = 0.02

/** @param trained whether learners were trained, or only references evaluated */
export function limitsOf(world: World, { aiq, fits }: StudyResult, trained: boolean): string[] {
  const count = (split: 'train' | 'validation' | 'test') => rowsOf(world, split).length
  const rewardOf = (router: string) =>
    aiq.find(row => row.split === 'test' && row.router === router)?.reward ?? Number.NaN
  const singles = aiq.filter(row => row.split === 'test' && row.router.startsWith('llm:'))
  const single = Math.max(...singles.map(row => row.reward))
  const [fixed, oracle, knn] = ['fixed-per-w', 'oracle', 'knn'].map(rewardOf)
  const ceiling = Math.max(knn, trained ? rewardOf('mlp') : knn)
  const sentences = [
    'What limits the result (reward: mean over w_c = 0, 0.1 ... 1 on test prompts)',
    `Rows: ${count('train')} training prompts, ${count('validation')} for validation, ${count('test')} for testing; tau $${world.tauUsd.toPrecision(3)}.`,
    `Best single LLM ${figure(single)}, best LLM chosen anew at each w ${figure(fixed)}, oracle ${figure(oracle)}: ${figure(oracle - fixed)} is all that looking at the prompt could add.`,
    `With every outcome of every training prompt in view, ${trained ? `kNN reaches ${figure(knn)} and the MLP ${figure(rewardOf('mlp'))}` : `kNN reaches ${figure(knn)}`}: ${ceilingWords(ceiling - fixed, oracle - fixed)}`,
  ]
  if (!trained) return sentences
  const policy = rewardOf('policy')
  const own = fits.filter(fit => fit.entry === 'policy')
  const [training, validation] = [mean(own.map(fit => fit.training)), mean(own.map(fit => fit.validation))]
  const kept = own.map(fit => `${fit.step} of ${fit.steps}`).join(', ')
  return [
    ...sentences,
    `The policy, which sees one outcome a round, reaches ${figure(policy)}: ${share(policy, fixed)} of the best LLM at each w, ${share(policy, rewardOf('mlp'))} of the MLP, ${figure(oracle - policy)} below the oracle.`,
    `Policy on training prompts ${figure(training)}, on validation prompts ${figure(validation)}: ${
      training - validation > BY_HEART
        ? 'part of what it knows of the training prompts is learnt by heart; more prompts would help.'
        : 'little is learnt by heart.'
    } Kept updates: ${kept}.`,
  ]
}

/** One reward in terms of another, where that has a meaning. */
function share(part: number, whole: number): string {
  return whole > 0 ? percent(part / whole) : `${figure(part - whole)} off that`
}

/** How far full information gets beyond the best fixed LLMs. */
function ceilingWords(gain: number, room: number): string {
  if (gain <= 0) return 'no more than routing blindly, so the prompts tell next to nothing at this size.'
  return `${figure(gain)} above routing blindly, ${percent(gain / room)} of the room below the oracle; the rest is noise to them.`
}

function figure(value: number): string {
  return value.toFixed(4)
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
