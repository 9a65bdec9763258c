import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Split } from '../../core/world/world.ts'
import { useActions, usePlayground, useStudy, useTraining } from '../context.ts'
import { Said } from '../Said.tsx'
import { usePart } from '../usePart.ts'
import { Ablations } from './Ablations.tsx'
import { FamilyTable } from './FamilyTable.tsx'
import { Files } from './Files.tsx'
import { FrontierChart } from './FrontierChart.tsx'
import { Limits } from './Limits.tsx'
import { NotEvaluated } from './NotEvaluated.tsx'
import { Origin } from './Origin.tsx'
import { Published } from './Published.tsx'
import { RouterTable } from './RouterTable.tsx'
import { useContenders } from './useContenders.ts'
import './CompareSection.css'

/** A policy that stays the same for so long is evaluated, ms. */
const REST_MS = 400

const TABS = [
  { split: 'test', label: 'Families it trains on', where: 'held-out prompts of families trained on' },
  { split: 'ood', label: 'Unseen families', where: 'families never trained on' },
] as const

/** Every router on one chart and in one table, in and out of distribution. */
export default function CompareSection() {
  const section = useRef<HTMLDivElement>(null)
  const [split, setSplit] = useState<Split>('test')
  useEvaluations(section)
  return (
    <div ref={section}>
      <p className="lead">
        Up and to the left is better. A router below the Zero router’s line, which mixes LLMs without reading
        the prompt, has learned nothing.
      </p>
      <Tabs split={split} onChange={setSplit} />
      <div id="compare-panel" role="tabpanel" aria-labelledby={`compare-${split}`}>
        <Panel split={split} />
      </div>
      <Ablations />
      <Published />
      <Files />
    </div>
  )
}

/**
 * Asks for the figures when the section comes near, and again for another world: they need all of the world's prompts. Then
 * for those of the policy that routes, once it rests: while it is trained or stepped through it is another every moment.
 */
function useEvaluations(section: RefObject<HTMLElement | null>) {
  const { evaluateReferences, evaluatePolicy } = useActions().study
  const world = usePlayground(state => state.loaded?.world.id)
  const evaluated = useStudy(state => state.references?.world === world)
  const trains = useTraining(({ status }) => status === 'running' || status === 'starting')
  const policy = usePlayground(state => (trains ? null : state.loaded?.policy))
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (!section.current) return
    const observer = new IntersectionObserver(
      entries => entries.some(entry => entry.isIntersecting) && setNear(true),
      { rootMargin: '300px' },
    )
    observer.observe(section.current)
    return () => observer.disconnect()
  }, [section])
  useEffect(() => {
    if (near && world !== undefined) evaluateReferences()
  }, [near, world, evaluateReferences])
  useEffect(() => {
    if (!near || !evaluated || policy === null) return
    const timer = setTimeout(evaluatePolicy, REST_MS)
    return () => clearTimeout(timer)
  }, [near, evaluated, policy, evaluatePolicy])
}

/** The tab that a key leads to: arrows go round, Home and End to the ends; null for any other key. */
function tabAt(key: string, from: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return (from + TABS.length - 1) % TABS.length
    case 'ArrowRight':
      return (from + 1) % TABS.length
    case 'Home':
      return 0
    case 'End':
      return TABS.length - 1
    default:
      return null
  }
}

function Tabs({ split, onChange }: { split: Split; onChange: (split: Split) => void }) {
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const place = tabAt(
      event.key,
      TABS.findIndex(tab => tab.split === split),
    )
    if (place === null) return
    event.preventDefault()
    const { split: next } = TABS[place]
    onChange(next)
    document.getElementById(`compare-${next}`)?.focus()
  }
  return (
    <div
      className="tabs"
      {...usePart('split')}
      role="tablist"
      aria-label="Prompts evaluated on"
      onKeyDown={press}
    >
      {TABS.map(({ split: own, label }) => (
        <button
          key={own}
          id={`compare-${own}`}
          type="button"
          role="tab"
          aria-selected={own === split}
          aria-controls="compare-panel"
          tabIndex={own === split ? 0 : -1}
          onClick={() => onChange(own)}
        >
          {label}
        </button>
      ))}
    </div>
  )
}

function Panel({ split }: { split: Split }) {
  const llms = usePlayground(state => state.loaded?.world.llms)
  const families = usePlayground(state => state.loaded?.world.families)
  const work = useStudy(state => state.evaluating.references)
  const fetching = useStudy(state => state.fetching !== null)
  const { evaluateReferences, evaluatePolicy } = useActions().study
  const list = useContenders(split)
  const [focus, setFocus] = useState<string | null>(null)
  const retry = () => {
    evaluateReferences()
    evaluatePolicy()
  }
  if (!llms || !families) return null
  const where = TABS.find(tab => tab.split === split)?.where ?? ''
  const unseen = families.filter(({ outOfDistribution }) => outOfDistribution).map(({ name }) => name)
  if (split === 'ood' && unseen.length === 0) {
    return (
      <p className="empty">This world keeps no family out of training, so there is nothing to evaluate on.</p>
    )
  }
  const isThere = list.some(({ kind }) => kind === 'llm')
  if (!isThere && work?.status === 'failed') {
    return (
      <p className="empty problem" role="alert">
        The routers could not be evaluated: <Said messages={work.messages} />{' '}
        <button type="button" onClick={retry}>
          Try again
        </button>
      </p>
    )
  }
  if (!isThere) {
    return (
      <p className="empty" role="status">
        {work || !fetching
          ? 'Fetching all prompts and evaluating every router on them…'
          : 'Fetching the shipped evaluation…'}
      </p>
    )
  }
  return (
    <>
      {split === 'ood' && (
        <p className="quiet">
          Kept out of training: {unseen.join(', ')}. Read the scores with what they cost.
        </p>
      )}
      <Origin />
      <NotEvaluated onRetry={retry} />
      <FrontierChart list={list} llms={llms} where={where} focus={focus} onFocus={setFocus} />
      <RouterTable list={list} focus={focus} onFocus={setFocus} />
      <FamilyTable split={split} />
      {split === 'test' && <Limits list={list} />}
    </>
  )
}
