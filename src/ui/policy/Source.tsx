import { usePlayground } from '../context.ts'
import { formatCount } from '../format.ts'

/** Where the parameters that route come from. */
export function Source() {
  const source = usePlayground(state => state.loaded?.source)
  switch (source?.kind) {
    case 'run':
      return <b>Your run at update {formatCount(source.step)}.</b>
    case 'file':
      return <b>From {source.name}.</b>
    case 'untrained':
      return <b>Untrained: press Play to train it.</b>
    case 'shipped':
    case undefined:
      return <b>As shipped.</b>
  }
}
