using Constructs;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamRole;
using HashiCorp.Cdktf.Providers.Aws.DataAwsLbTargetGroup;
using HashiCorp.Cdktf.Providers.Kubernetes.Provider;
using Mooring.ArgoCd;
using Mooring.Clusters;
using Mooring.Fleet;

namespace Mooring.Stacks;

/// <summary>Defines a cluster's registration: its Secret in the root cluster, where Argo CD runs.</summary>
public class RegistrationStack : FleetStack
{
    /// <summary>Defines the stack that registers a cluster.</summary>
    /// <param name="scope">The app.</param>
    /// <param name="fleet">The fleet, without faults and with an Argo CD.</param>
    /// <param name="name">Name of the cluster in the fleet; not the root cluster.</param>
    public RegistrationStack(Construct scope, FleetSpec fleet, string name)
        : base(scope, StackNames.Registration(name), fleet)
    {
        var spec = fleet.Clusters[name];
        var argoCd = fleet.ArgoCd ?? throw new ArgumentException("must have an Argo CD", nameof(fleet));
        var cluster = new ClusterLookup(this, "Cluster", new ClusterLookupProps { ClusterName = name });
        var accessRole = new DataAwsIamRole(this, "ArgoCdAccess", new DataAwsIamRoleConfig { Name = FleetNames.ArgoCdAccessRole(name) });

        var registration = new ClusterRegistration(this, "Registration", new ClusterRegistrationProps
        {
            Provider = DefineRootProvider(fleet, argoCd),
            SecretName = FleetNames.ClusterSecret(name),
            Namespace = argoCd.Namespace,
            ClusterName = name,
            EksClusterName = cluster.ClusterName,
            ClusterEndpoint = cluster.ClusterEndpoint,
            ClusterCertificateAuthorityData = cluster.ClusterCertificateAuthorityData,
            AccessRoleArn = accessRole.Arn,
            Environment = fleet.Environment,
            ControllerEnabled = spec.Delivery == Delivery.ArgoCd && spec.Bindings.Count > 0,
            TargetGroupArnSuffix = spec.Bindings is [var first, ..] ? LookUpTargetGroup(fleet, name, first) : null,
        });

        Output("secret_name", "Name of the cluster's Secret in Argo CD's namespace", registration.SecretName);
    }

    private KubernetesProvider DefineRootProvider(FleetSpec fleet, ArgoCdSpec argoCd)
    {
        var root = new ClusterLookup(this, "RootCluster", new ClusterLookupProps { ClusterName = argoCd.Cluster });
        return new KubernetesProvider(this, "kubernetes", new KubernetesProviderConfig
        {
            Alias = "root",
            Host = root.ClusterEndpoint,
            ClusterCaCertificate = root.ClusterCaCertificate,
            Exec = new[]
            {
                new KubernetesProviderExec
                {
                    ApiVersion = ClusterCredentials.ApiVersion,
                    Command = ClusterCredentials.Command,
                    Args = ClusterCredentials.Args(root.ClusterName, fleet.Region),
                },
            },
        });
    }

    private string LookUpTargetGroup(FleetSpec fleet, string cluster, BindingSpec binding)
        => new DataAwsLbTargetGroup(this, "TargetGroup", new DataAwsLbTargetGroupConfig
        {
            Name = FleetNames.TargetGroup(fleet, cluster, binding),
        }).ArnSuffix;
}
