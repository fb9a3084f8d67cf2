using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamRole;
using HashiCorp.Cdktf.Providers.Aws.DataAwsLbTargetGroup;
using HashiCorp.Cdktf.Providers.Helm.Provider;
using Mooring.Clusters;
using Mooring.TargetGroupBindings;

namespace BlueGreen;

/// <summary>What is installed in a cluster: the AWS Load Balancer Controller, and after it the TargetGroupBinding that it serves.</summary>
internal sealed class WorkloadBinding : TerraformStack
{
    public WorkloadBinding(Construct scope, string id, Workload workload)
        : base(scope, id)
    {
        Network.DefineProvider(this);
        var cluster = new ClusterLookup(this, "Cluster", new ClusterLookupProps { ClusterName = workload.Name });
        _ = new HelmProvider(
            this,
            "helm",
            new HelmProviderConfig
            {
                Kubernetes = new HelmProviderKubernetes
                {
                    Host = cluster.ClusterEndpoint,
                    ClusterCaCertificate = Fn.Base64decode(cluster.ClusterCertificateAuthorityData),
                    Token = cluster.ClusterToken,
                },
            }
        );

        var controller = new ControllerRelease(
            this,
            "Controller",
            new ControllerReleaseProps
            {
                ClusterName = workload.Name,
                Region = Network.Region,
                VpcId = Network.VpcId,
                RoleArn = new DataAwsIamRole(this, "ControllerRole", new DataAwsIamRoleConfig { Name = workload.ControllerRole }).Arn,
            }
        );

        _ = new TargetGroupBindingRelease(
            this,
            "Bindings",
            new TargetGroupBindingReleaseProps
            {
                Controller = controller,
                Bindings =
                [
                    new TargetGroupBinding
                    {
                        Name = workload.TargetGroup,
                        Namespace = "traefik",
                        ServiceName = "traefik",
                        ServicePort = 80,
                        TargetGroupArn = new DataAwsLbTargetGroup(this, "TargetGroup", new DataAwsLbTargetGroupConfig { Name = workload.TargetGroup }).Arn,
                    },
                ],
            }
        );
    }
}
