import { Race } from './Race.tsx'

/** The policy against other learners. */
export default function RaceSection() {
  return <Race />
}
