// The packages whole, as most programs import them.
export {
  dataAwsCallerIdentity,
  dataAwsEksCluster,
  dataAwsIamPolicyDocument,
  dataAwsIamRole,
  dataAwsLbTargetGroup,
  dataAwsPartition,
  dataAwsSecurityGroup,
  eksAccessEntry,
  eksAccessPolicyAssociation,
  eksCluster,
  eksNodeGroup,
  iamOpenidConnectProvider,
  iamRole,
  iamRolePolicy,
  iamRolePolicyAttachment,
  lb,
  lbListener,
  lbListenerRule,
  lbTargetGroup,
  securityGroup,
  vpcSecurityGroupEgressRule,
  vpcSecurityGroupIngressRule,
  provider as awsProvider,
} from "@cdktf/provider-aws";
export { dataHelmTemplate, provider as helmProvider, release } from "@cdktf/provider-helm";
export {
  configMapV1,
  dataKubernetesNamespaceV1,
  dataKubernetesResources,
  provider as kubernetesProvider,
  secret,
} from "@cdktf/provider-kubernetes";
