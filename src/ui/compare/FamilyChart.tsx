import BarRows from '../widgets/chart/kinds/BarRows.tsx'
import type { FamilyFigures } from './families.ts'
import { formatFine } from './words.ts'

/** Height of a family's three bars, px. */
const FAMILY_PX = 44

interface Props {
  figures: readonly FamilyFigures[]
  /** Which policy it is. */
  policy: string
}

/** Reward over the dial, family by family: the policy between the family's best LLM and the oracle. Its numbers are in the table below it. */
export default function FamilyChart({ figures, policy }: Props) {
  return (
    <BarRows
      rows={figures.map(({ name, policy: { reward }, best, oracle }) => ({
        name,
        values: [oracle, reward, best],
      }))}
      series={[
        { name: 'oracle', colour: 'var(--line)' },
        { name: policy, colour: 'var(--accent)' },
        { name: 'best LLM of the family', colour: 'var(--quiet)' },
      ]}
      rowPx={FAMILY_PX}
      format={formatFine}
    />
  )
}
