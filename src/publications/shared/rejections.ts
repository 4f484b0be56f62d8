import type { Rejection } from '../publication.ts';

/** Returns whether a part of a plan was rejected. */
export function isRejected(plan: object): plan is Rejection {
  return 'reasons' in plan;
}

/** Returns why a part of a plan was rejected; nothing if it was not. */
export function reasonsOf(plan: object): readonly string[] {
  return isRejected(plan) ? plan.reasons : [];
}
