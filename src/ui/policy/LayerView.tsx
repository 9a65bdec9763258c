import { memo, useState } from 'react'
import { formatActivation } from '../format.ts'
import { ActivationGrid } from '../widgets/ActivationGrid.tsx'
import { LayerCaption } from './LayerCaption.tsx'
import { gridColumns, type Layer } from './layers.ts'

/** One layer: its caption, and its numbers as a grid. Pointing at a number, or walking there with the arrow keys, reads it in the caption's place. */
export const LayerView = memo(function LayerView({ symbol, text, values }: Omit<Layer, 'name'>) {
  const [cell, setCell] = useState<number | null>(null)
  const shown = cell !== null && cell < values.length ? cell : null
  const reading =
    shown === null ? null : `number ${shown + 1} of ${values.length}: ${formatActivation(values[shown])}`
  return (
    <li>
      <LayerCaption symbol={symbol} text={text} reading={reading} />
      {values.length > 0 && (
        <ActivationGrid
          values={values}
          columns={gridColumns(values.length)}
          label={`${symbol}, ${text}`}
          cell={shown}
          reading={reading}
          onCell={setCell}
        />
      )}
    </li>
  )
})
