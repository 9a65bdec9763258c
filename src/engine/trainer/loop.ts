/** Runs training in its worker: answers the page's messages, paces the updates, reports, and mends a lost device. */
import type { BackendPreference } from '../../core/experiment/backend.ts'
import type { BackendReport } from '../../core/experiment/backendReport.ts'
import type { Pace } from '../../core/experiment/pace.ts'
import type { TrainingSettings } from '../../core/experiment/training.ts'
import type { RunSnapshot } from '../../core/learning/snapshot.ts'
import { message, messagesOf, problem } from '../../core/messages/message.ts'
import type { TrainerEvent } from '../../core/session/training/state.ts'
import type { World } from '../../core/world/world.ts'
import { chooseBackend } from '../backend/choose.ts'
import { loseDevice, restartTensorFlow, type WasmFiles, whenDeviceLost } from '../backend/tensorflow.ts'
import { KeyedReceiver } from '../worker/keyedValues.ts'
import { rest } from '../worker/serve.ts'
import type { RunOrder, SentPreparation, SentRunOrder } from './messages.ts'
import { TrainingRun } from './run.ts'

/** Between two reports, ms: at most ten a second. */
const REPORT_MS = 100
/** Between two saved states, ms. */
const SAVE_MS = 1000
/** Between two evaluations on test prompts, ms. */
const EVALUATE_MS = 2000
/** Training without a break for messages, ms. */
const SLICE_MS = 40
/** Updates a second at the normal pace. */
const NORMAL_RATE = 50
/** Devices that may be lost in a row before training gives up on them. */
const PATIENCE = 3

/** Its public methods are what the page calls: each does its work in turn and returns at once. */
export class TrainingLoop {
  readonly #wasmFiles: WasmFiles
  readonly #worlds = new KeyedReceiver<World>()
  #post: (event: TrainerEvent) => void = () => {}
  #run: TrainingRun | null = null
  #number = 0
  #settings: Partial<TrainingSettings> = {}
  /** What the active backend was chosen by. */
  #preference: BackendPreference | null = null
  #backend: BackendReport | null = null
  #told: BackendReport | null = null
  #pace: Pace = 'normal'
  /** Stands for the last call of `play` while it holds; null while the run does not play. */
  #playing: object | null = null
  #lostInARow = 0
  /** Everything that touches the backend waits for what came before it. */
  #turn: Promise<void> = Promise.resolve()
  /** Those who wait for a snapshot. */
  #snapshots: ((taken: Promise<RunSnapshot | null>) => void)[] = []

  constructor(wasmFiles: WasmFiles) {
    this.#wasmFiles = wasmFiles
  }

  /** @param onEvent hears what happens from now on */
  connect(onEvent: (event: TrainerEvent) => Promise<void> | void): void {
    this.#post = event => void onEvent(event)
  }

  /** Chooses the backend ahead of the first run, which then need not wait for that. It is chosen once, and told with the run. */
  prepare({ world, settings, backend }: SentPreparation): void {
    this.#worlds.take(world)
    this.#inTurn(async () => {
      if (this.#preference !== null) return
      this.#settings = settings
      await this.#choose(backend).catch(() => {}) // the run meets the same and says so
    })
  }

  /** Sets a run up, at update 0 unless it resumes, replacing any other. */
  start({ world, ...order }: SentRunOrder): void {
    const whole = this.#worlds.take(world)
    this.#playing = null
    this.#inTurn(() => this.#start(order, whole))
  }

  play(pace: Pace): void {
    this.#pace = pace
    if (this.#playing) return
    const own = {}
    this.#playing = own
    this.#inTurn(() => this.#play(own))
  }

  pause(): void {
    this.#playing = null
  }

  /** One update, then a report. */
  step(): void {
    this.#playing = null
    this.#inTurn(async () => {
      if (this.#run && !this.#run.isFinished) await this.#advance(this.#run)
      this.#report(null)
    })
  }

  changeBackend(preference: BackendPreference): void {
    const resumes = this.#playing !== null
    this.#playing = null
    this.#inTurn(() => this.#changeBackend(preference))
    if (resumes) this.play(this.#pace)
  }

  /** The run as it stands between two updates, or null where there is none. */
  snapshot(): Promise<RunSnapshot | null> {
    return new Promise(resolve => {
      this.#snapshots.push(resolve)
      this.#inTurn(async () => this.#giveSnapshots())
    })
  }

  /** Destroys the WebGPU device, as a driver would. The page never asks for it; tests do. */
  loseDevice(): void {
    loseDevice()
  }

  async #giveSnapshots(): Promise<void> {
    for (const give of this.#snapshots.splice(0))
      give(new Promise(answer => answer(this.#run?.snapshot() ?? null)))
  }

  #inTurn(work: () => Promise<void>): void {
    this.#turn = this.#turn.then(work).catch((error: unknown) => {
      this.#playing = null
      this.#post({ type: 'failed', messages: messagesOf(error) })
    })
  }

  async #start({ plan, run, backend }: RunOrder, world: World): Promise<void> {
    this.#run = null
    this.#number = run
    this.#settings = plan.settings
    if (this.#preference !== backend) await this.#choose(backend)
    this.#tellBackend()
    this.#run = new TrainingRun(world, plan)
    this.#report(null)
  }

  async #choose(preference: BackendPreference): Promise<void> {
    this.#preference = null
    this.#backend = await chooseBackend(preference, this.#settings, this.#wasmFiles)
    this.#preference = preference
    whenDeviceLost(() => this.#onLost())
  }

  /** Tells which backend was chosen, once. */
  #tellBackend(): void {
    if (this.#backend === null || this.#backend === this.#told) return
    this.#told = this.#backend
    this.#post({ type: 'ready', backend: this.#backend })
  }

  async #changeBackend(preference: BackendPreference): Promise<void> {
    this.#run?.save()
    await this.#choose(preference)
    this.#tellBackend()
    this.#run?.recover()
    this.#report(null)
  }

  /** @param own ends when it is no longer what plays: another run or another `play` may be waiting for its turn */
  async #play(own: object): Promise<void> {
    const run = this.#run
    const plays = () => this.#playing === own && run?.isFinished === false
    // The first updates are reported at once: whoever pressed Play waits for them.
    let [reported, saved, evaluated] = [
      Number.NEGATIVE_INFINITY,
      performance.now(),
      performance.now() - EVALUATE_MS / 2,
    ]
    let lastStep = run?.step ?? 0
    while (run && plays()) {
      const slice = performance.now()
      do await this.#advance(run)
      while (this.#pace === 'fast' && !run.isFinished && performance.now() - slice < SLICE_MS)
      const now = performance.now()
      if (now - saved > SAVE_MS) {
        run.save()
        saved = now
      }
      if (now - evaluated > EVALUATE_MS) {
        run.evaluate()
        evaluated = now
      }
      if (now - reported > REPORT_MS) {
        this.#report(reported < 0 ? null : (1000 * (run.step - lastStep)) / (now - reported))
        reported = now
        lastStep = run.step
      }
      if (plays()) await this.#giveSnapshots()
      await rest(this.#pace === 'normal' ? Math.max(0, slice + 1000 / NORMAL_RATE - now) : 0)
    }
    if (this.#playing === own) this.#playing = null
    run?.evaluate()
    this.#report(null)
  }

  /** One update. A device that is lost on the way is started anew, and the run goes on from its last saved state. */
  async #advance(run: TrainingRun): Promise<void> {
    try {
      await this.#unlessLost(run.advance())
      this.#lostInARow = 0
    } catch (error) {
      if (this.#backend?.backend !== 'webgpu' || ++this.#lostInARow > PATIENCE) throw error
      await this.#mend(run, error)
    }
  }

  async #mend(run: TrainingRun, error: unknown): Promise<void> {
    const at = run.step
    try {
      await restartTensorFlow('webgpu', this.#wasmFiles)
      whenDeviceLost(() => this.#onLost())
    } catch {
      await this.#choose('wasm')
      this.#tellBackend()
    }
    const from = run.recover()
    const backend = this.#backend?.backend ?? 'wasm'
    this.#post({
      type: 'notice',
      message: message('device-lost', { at, from, backend, why: messagesOf(error) }),
    })
  }

  #onLost: () => void = () => {}

  /** Settles as `work` does, or fails at once when the device is lost meanwhile: a read from it might never come back. */
  #unlessLost(work: Promise<void>): Promise<void> {
    if (this.#backend?.backend !== 'webgpu') return work
    return new Promise((resolve, reject) => {
      this.#onLost = () => reject(problem('device-gone', {}))
      work.then(resolve, reject)
    })
  }

  #report(stepsPerSecond: number | null): void {
    if (!this.#run) return
    const state = this.#run.isFinished ? 'finished' : this.#playing !== null ? 'running' : 'paused'
    this.#post({ type: 'report', run: this.#number, report: this.#run.report(stepsPerSecond), state })
  }
}
