import './LayerCaption.css'

/** A layer's caption; a reading takes its place without moving anything. */
export function LayerCaption({
  symbol,
  text,
  reading,
}: {
  symbol: string
  text: string
  reading: string | null
}) {
  return (
    <p className="caption">
      <span className="symbol">{symbol}</span>{' '}
      <span className={reading === null ? '' : 'covered'}>{text}</span>
      {reading !== null && (
        <span className="reading" aria-hidden="true">
          <span className="symbol">{symbol}</span> {reading}
        </span>
      )}
    </p>
  )
}
