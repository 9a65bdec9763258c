import BarRows from '../../widgets/chart/kinds/BarRows.tsx'
import { formatPrecise, type Standing } from './race.ts'

const LEARNER_PX = 28
const SERIES = [{ name: 'reward', colour: 'var(--accent)' }]

/** How each learner did, with the spread over seeds. Its numbers are in the table above it. */
export default function StandingsChart({ table }: { table: readonly Standing[] }) {
  return (
    <BarRows
      rows={table.map(({ label, reward, sd }) => ({ name: label, values: [reward], spreads: [sd] }))}
      series={SERIES}
      rowPx={LEARNER_PX}
      format={formatPrecise}
    />
  )
}
