using Constructs;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamRole;
using HashiCorp.Cdktf.Providers.Aws.DataAwsLbTargetGroup;
using HashiCorp.Cdktf.Providers.Helm.Provider;
using Mooring.Clusters;
using Mooring.Fleet;
using Mooring.TargetGroupBindings;

namespace Mooring.Stacks;

/// <summary>
/// Defines what Terraform installs into a cluster under <c>helm</c> delivery: the AWS Load Balancer Controller's release,
/// and after it the release of the cluster's TargetGroupBindings.
/// </summary>
public class BindingStack : FleetStack
{
    private readonly FleetSpec _fleet;
    private readonly string _name;

    /// <summary>Defines the stack that binds a cluster.</summary>
    /// <param name="scope">The app.</param>
    /// <param name="fleet">The fleet, without faults.</param>
    /// <param name="name">Name of the cluster in the fleet; it has bindings and is under <c>helm</c> delivery.</param>
    public BindingStack(Construct scope, FleetSpec fleet, string name)
        : base(scope, StackNames.Binding(name), fleet)
    {
        (_fleet, _name) = (fleet, name);
        var cluster = new ClusterLookup(this, "Cluster", new ClusterLookupProps { ClusterName = name });
        DefineProvider(cluster);

        var role = new DataAwsIamRole(this, "ControllerRole", new DataAwsIamRoleConfig { Name = FleetNames.ControllerRole(name) });
        var controller = new ControllerRelease(this, "Controller", new ControllerReleaseProps
        {
            ClusterName = cluster.ClusterName,
            Region = fleet.Region,
            VpcId = fleet.Vpc,
            RoleArn = role.Arn,
            ChartVersion = fleet.Controller.ChartVersion,
        });

        var bindings = new TargetGroupBindingRelease(this, "Bindings", new TargetGroupBindingReleaseProps
        {
            Controller = controller,
            Bindings = [.. fleet.Clusters[name].Bindings.Select(ToBinding)],
        });

        Output("controller_release_name", "Name of the AWS Load Balancer Controller's Helm release", controller.ReleaseName);
        Output("binding_release_name", "Name of the TargetGroupBindings' Helm release", bindings.ReleaseName);
    }

    private void DefineProvider(ClusterLookup cluster) => _ = new HelmProvider(this, "helm", new HelmProviderConfig
    {
        Kubernetes = new HelmProviderKubernetes
        {
            Host = cluster.ClusterEndpoint,
            ClusterCaCertificate = cluster.ClusterCaCertificate,
            Exec = new HelmProviderKubernetesExec
            {
                ApiVersion = ClusterCredentials.ApiVersion,
                Command = ClusterCredentials.Command,
                Args = ClusterCredentials.Args(cluster.ClusterName, _fleet.Region),
            },
        },
    });

    private TargetGroupBinding ToBinding(BindingSpec spec)
    {
        var targetGroup = new DataAwsLbTargetGroup(this, $"TargetGroup-{spec.EffectiveName}", new DataAwsLbTargetGroupConfig
        {
            Name = FleetNames.TargetGroup(_fleet, _name, spec),
        });

        return new TargetGroupBinding
        {
            Name = FleetNames.TargetGroupBinding(_fleet, _name, spec),
            Namespace = spec.Service.Namespace,
            ServiceName = spec.Service.Name,
            ServicePort = spec.Service.Port,
            TargetGroupArn = targetGroup.Arn,
            TargetType = spec.TargetGroup.TargetType,
        };
    }
}
