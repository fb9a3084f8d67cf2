/** The namespace that Argo CD runs in. */
export const ARGO_CD_NAMESPACE = "argocd";
