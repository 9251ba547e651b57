/**
 * Whether an identity is `arn:aws:sts::111122223333:federated-user/jane`: whoever may call `GetFederationToken` chooses that name, so that it
 * says nothing of who they are.
 * Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
 */
export const isFederatedUser = (arn: string): boolean => /^arn:[^:]+:sts::[^:]*:federated-user\//.test(arn)
