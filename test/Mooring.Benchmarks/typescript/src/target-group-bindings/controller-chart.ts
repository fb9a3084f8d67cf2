/** The chart of the AWS Load Balancer Controller. */
export const CONTROLLER_CHART = {
  repository: "https://aws.github.io/eks-charts",
  chart: "aws-load-balancer-controller",
  version: "3.5.0",
};

/** What a container of the controller asks for. */
export const CONTROLLER_RESOURCES = { requests: { cpu: "100m", memory: "256Mi" } };

/** The controller serves TargetGroupBindings only. */
export const CONTROLLER_CONFIG = { featureGates: { EnableServiceController: false, ALBGatewayAPI: false, NLBGatewayAPI: false } };

/** How many revisions of a release Helm keeps. */
export const RELEASE_HISTORY = 10;
