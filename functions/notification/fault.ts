/** Something that must not happen. Its message names codes and ids only, so it may be logged; no other error's message may. */
export class Fault extends Error {
  override readonly name = 'Fault'
}
