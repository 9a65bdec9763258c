/** Runs training in its worker: answers the page's messages, paces the updates, reports, and mends a lost device. */
import type { BackendPreference, BackendReport } from '../../core/experiment/backend.ts'
import type { Pace } from '../../core/experiment/pace.ts'
import type { TrainingSettings } from '../../core/experiment/training.ts'
import { messageOf } from '../../core/messageOf.ts'
import { chooseBackend, NAMES } from '../backend/choose.ts'
import { loseDevice, restartTensorFlow, type WasmFiles, whenDeviceLost } from '../backend/tensorflow.ts'
import type { FromTrainer, ToTrainer } from './messages.ts'
import { TrainingRun } from './run.ts'

/** Between two reports, ms: at most ten a second. */
const REPORT_MS = 100
/** Between two saved states, ms. */
const SAVE_MS = 1000
/** Between two looks at the test prompts, ms. */
const LOOK_MS = 2000
/** Training without a break for messages, ms. */
const SLICE_MS = 40
/** Updates a second at the normal pace. */
const NORMAL_RATE = 50
/** Devices that may be lost in a row before training gives up on them. */
const PATIENCE = 3

export class TrainingLoop {
  readonly #post: (message: FromTrainer) => void
  readonly #wasmFiles: WasmFiles
  #run: TrainingRun | null = null
  #number = 0
  #settings: Partial<TrainingSettings> = {}
  /** What the active backend was chosen by. */
  #preference: BackendPreference | null = null
  #backend: BackendReport | null = null
  #pace: Pace = 'normal'
  #playing = false
  #lostInARow = 0
  /** Everything that touches the backend waits for what came before it. */
  #turn: Promise<void> = Promise.resolve()

  constructor(post: (message: FromTrainer) => void, wasmFiles: WasmFiles) {
    this.#post = post
    this.#wasmFiles = wasmFiles
  }

  handle(message: ToTrainer): void {
    switch (message.type) {
      case 'start':
        this.#playing = false
        this.#inTurn(() => this.#start(message))
        break
      case 'play':
        this.#pace = message.pace
        if (this.#playing) break
        this.#playing = true
        this.#inTurn(() => this.#play())
        break
      case 'pause':
        this.#playing = false
        break
      case 'step':
        this.#playing = false
        this.#inTurn(async () => {
          if (this.#run && !this.#run.isFinished) await this.#advance(this.#run)
          this.#report(null)
        })
        break
      case 'backend': {
        const resumes = this.#playing
        this.#playing = false
        this.#inTurn(() => this.#changeBackend(message.backend))
        if (resumes) this.handle({ type: 'play', pace: this.#pace })
        break
      }
      case 'save':
        this.#inTurn(async () => this.#post({ type: 'saved', snapshot: this.#run?.snapshot() ?? null }))
        break
      case 'lose-device':
        loseDevice()
        break
    }
  }

  #inTurn(work: () => Promise<void>): void {
    this.#turn = this.#turn.then(work).catch((error: unknown) => {
      this.#playing = false
      this.#post({ type: 'failed', message: messageOf(error) })
    })
  }

  async #start({ plan, run, backend }: ToTrainer & { type: 'start' }): Promise<void> {
    this.#run = null
    this.#number = run
    this.#settings = plan.settings
    if (this.#preference !== backend) await this.#choose(backend)
    this.#run = new TrainingRun(plan.world, plan)
    this.#report(null)
  }

  async #choose(preference: BackendPreference): Promise<void> {
    this.#preference = null
    this.#backend = await chooseBackend(preference, this.#settings, this.#wasmFiles)
    this.#preference = preference
    whenDeviceLost(() => this.#onLost())
    this.#post({ type: 'ready', backend: this.#backend })
  }

  async #changeBackend(preference: BackendPreference): Promise<void> {
    this.#run?.save()
    await this.#choose(preference)
    this.#run?.recover()
    this.#report(null)
  }

  async #play(): Promise<void> {
    const run = this.#run
    if (!run) return
    let [reported, saved, looked] = [performance.now(), performance.now(), performance.now() - LOOK_MS / 2]
    let lastStep = run.step
    while (this.#playing && !run.isFinished) {
      const slice = performance.now()
      do await this.#advance(run)
      while (this.#pace === 'fast' && !run.isFinished && performance.now() - slice < SLICE_MS)
      const now = performance.now()
      if (now - saved > SAVE_MS) {
        run.save()
        saved = now
      }
      if (now - looked > LOOK_MS) {
        run.evaluate()
        looked = now
      }
      if (now - reported > REPORT_MS) {
        this.#report((1000 * (run.step - lastStep)) / (now - reported))
        reported = now
        lastStep = run.step
      }
      await rest(this.#pace === 'normal' ? Math.max(0, slice + 1000 / NORMAL_RATE - now) : 0)
    }
    if (this.#run !== run) return
    this.#playing = false
    run.evaluate()
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
    }
    const from = run.recover()
    const backend = NAMES[this.#backend?.backend ?? 'wasm']
    this.#post({
      type: 'notice',
      text: `The graphics device was lost at update ${at} (${messageOf(error)}). Training went on from update ${from}, on ${backend}.`,
    })
  }

  #onLost: () => void = () => {}

  /** Settles as `work` does, or fails at once when the device is lost meanwhile: a read from it might never come back. */
  #unlessLost(work: Promise<void>): Promise<void> {
    if (this.#backend?.backend !== 'webgpu') return work
    return new Promise((resolve, reject) => {
      this.#onLost = () => reject(new Error('the device is gone'))
      work.then(resolve, reject)
    })
  }

  #report(stepsPerSecond: number | null): void {
    if (!this.#run) return
    const state = this.#run.isFinished ? 'finished' : this.#playing ? 'running' : 'paused'
    this.#post({ type: 'report', run: this.#number, report: this.#run.report(stepsPerSecond), state })
  }
}

/** Lets messages in; with `ms` above 0, no sooner than that. */
function rest(ms: number): Promise<void> {
  if (ms > 0) return new Promise(resolve => setTimeout(resolve, ms))
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
