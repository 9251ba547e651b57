/** A fictional one. */
export const phone = '+14155550123'
