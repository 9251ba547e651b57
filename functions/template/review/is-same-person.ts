/** `arn:aws:sts::111122223333:assumed-role/Reviewer/jane`: the session is the last part, and the account and the role do not count. */
const sessionOf = (arn: string): string | undefined => /^arn:[^:]+:sts::[^:]*:assumed-role\/[^/]+\/(.+)$/.exec(arn)?.[1]

/**
 * Whether two identities of AWS are one person, as far as their names tell: the same ARN, or sessions of the same name of any two roles.
 * IAM Identity Center names each session after its user, so that whoever has two permission sets is one person here.
 *
 * The limit: somebody with two IAM users, or who may take a role and choose the session's name, is taken for two people. Where that
 * matters, people come by IAM Identity Center, or the role's trust policy asks for `sts:RoleSessionName` to be `${aws:username}`.
 */
export const isSamePerson = (one: string, other: string): boolean =>
  one === other || (sessionOf(one) !== undefined && sessionOf(one) === sessionOf(other))
