/** `arn:aws:sts::111122223333:assumed-role/Reviewer/jane`; the path of a role is no part of it. */
const roleOf = (arn: string): string | undefined => /^arn:[^:]+:sts::[^:]*:assumed-role\/([^/]+)\//.exec(arn)?.[1]

/**
 * Whether an identity may decide on templates.
 * @param roles names of IAM roles; where none are named, everybody who may call may decide
 */
export const isReviewer = (arn: string, roles: readonly string[] | undefined): boolean => {
  const role = roleOf(arn)
  return roles === undefined || (role !== undefined && roles.includes(role))
}
