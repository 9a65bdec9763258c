import type { TensorBackend } from '../../core/experiment/backend.ts'
import { messageOf } from '../../core/messageOf.ts'
import { createPolicy } from '../../core/policy/policy.ts'
import { startTensorFlow, type WasmFiles } from '../backend/tensorflow.ts'
import type { FromStudy, ToStudy } from './messages.ts'
import { judgePolicy, judgeReferences } from './references.ts'
import { runStudy } from './study.ts'

/**
 * The worker's side: does what it is asked; an error becomes a message too.
 * @param backend what the policy and the MLP are multiplied on
 */
export function serveStudy(
  wasmFiles: WasmFiles,
  post: (message: FromStudy) => void,
  backend: TensorBackend = 'wasm',
): (message: ToStudy) => Promise<void> {
  async function answer(message: ToStudy): Promise<void> {
    switch (message.type) {
      case 'run':
        await startTensorFlow(backend, wasmFiles)
        for await (const progress of runStudy(message.world, message.plan))
          post({ type: 'progress', progress })
        post({ type: 'finished' })
        break
      case 'judge': {
        const { world, policy } = message
        const given = policy && createPolicy(policy.shape, policy.parameters)
        post({ type: 'judged', judged: judgeReferences(world, given) })
        break
      }
      case 'judge-policy': {
        const { world, policy } = message
        post({
          type: 'judged',
          judged: judgePolicy(world, createPolicy(policy.shape, policy.parameters)),
        })
      }
    }
  }
  return message => answer(message).catch(error => post({ type: 'failed', message: messageOf(error) }))
}
