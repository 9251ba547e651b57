/** A role of IAM: its account, and its name without a path. */
export interface Role {
  readonly account: string
  readonly name: string
}

/** `arn:aws:sts::111122223333:assumed-role/Reviewer/jane`; the path of a role is no part of it. */
const roleOf = (arn: string): Role | undefined => {
  const [, account, name] = /^arn:[^:]+:sts::([0-9]+):assumed-role\/([^/]+)\//.exec(arn) ?? []
  return account === undefined || name === undefined ? undefined : { account, name }
}

/**
 * Whether an identity may decide on templates. A role of the same name in another account is another one.
 * @param roles that decide; where none are named, everybody who may call may decide
 */
export const isReviewer = (arn: string, roles: readonly Role[] | undefined): boolean => {
  const role = roleOf(arn)
  return roles === undefined || roles.some(({ account, name }) => role?.account === account && role.name === name)
}
