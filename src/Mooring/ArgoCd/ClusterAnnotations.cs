namespace Mooring.ArgoCd;

/// <summary>
/// The annotations of a cluster's Secret, which carry what a label cannot: an ARN has characters that no label value may
/// have, and a label value ends after 63.
/// </summary>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Cluster/"/>
public static class ClusterAnnotations
{
    /// <summary>What the cluster is called in the names of its Applications.</summary>
    public const string Application = "aws-lb-controller/application";

    /// <summary>Name of the cluster in EKS, where Argo CD may call it something else.</summary>
    public const string ClusterName = "aws-lb-controller/cluster-name";

    /// <summary>Id of the AWS account that the cluster is in.</summary>
    public const string AccountId = "aws-lb-controller/account-id";

    /// <summary>Partition that the cluster is in: <c>aws</c>, <c>aws-cn</c> or <c>aws-us-gov</c>.</summary>
    public const string Partition = "aws-lb-controller/partition";

    /// <summary>AWS region that the cluster is in.</summary>
    public const string Region = "aws-lb-controller/region";

    /// <summary>Id of the cluster's VPC.</summary>
    public const string VpcId = "aws-lb-controller/vpc-id";

    /// <summary>ARN of the role that the controller's service account names (IRSA).</summary>
    public const string RoleArn = "aws-lb-controller/role-arn";

    /// <summary>Version of the controller's chart.</summary>
    public const string ChartVersion = "aws-lb-controller/chart-version";

    /// <summary>What the chart's <c>controllerConfig</c> holds, as JSON: feature gates, which follow the version.</summary>
    public const string ControllerConfig = "aws-lb-controller/controller-config";

    /// <summary>What the chart's <c>resources</c> holds, as JSON: CPU and memory of a replica.</summary>
    public const string Resources = "aws-lb-controller/resources";

    /// <summary>
    /// Further values of the controller's chart for this cluster, as JSON: each replaces what the ApplicationSet has under the same name. A Secret without it
    /// has none.
    /// </summary>
    public const string ControllerValues = "aws-lb-controller/controller-values";

    /// <summary>The namespaces of bound Services that are created where they are missing, a JSON list. A Secret without it has none.</summary>
    public const string Namespaces = "aws-lb-controller/namespaces";

    /// <summary>What happens to the controller and the bindings when Argo CD removes their Applications: <c>keep</c> or <c>delete</c>.</summary>
    public const string OnRemoval = "aws-lb-controller/on-removal";

    /// <summary>The cluster's TargetGroupBindings, a JSON list of what the chart's <c>bindings</c> hold.</summary>
    public const string Bindings = "aws-lb-controller/bindings";
}
