using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamRole;
using HashiCorp.Cdktf.Providers.Kubernetes.Provider;
using Mooring.ArgoCd;
using Mooring.Clusters;

namespace BlueGreen;

/// <summary>A cluster's Secret in the root cluster, where Argo CD runs. The controller is Terraform's to install, so its label says "false".</summary>
internal sealed class WorkloadRegistration : TerraformStack
{
    public WorkloadRegistration(Construct scope, string id, Workload workload)
        : base(scope, id)
    {
        Network.DefineProvider(this);
        var root = new ClusterLookup(this, "RootCluster", new ClusterLookupProps { ClusterName = "root" });
        var cluster = new ClusterLookup(this, "Cluster", new ClusterLookupProps { ClusterName = workload.Name });

        _ = new ClusterRegistration(
            this,
            "Registration",
            new ClusterRegistrationProps
            {
                Provider = new KubernetesProvider(
                    this,
                    "kubernetes",
                    new KubernetesProviderConfig
                    {
                        Alias = "root",
                        Host = root.ClusterEndpoint,
                        ClusterCaCertificate = Fn.Base64decode(root.ClusterCertificateAuthorityData),
                        Token = root.ClusterToken,
                    }
                ),
                SecretName = $"cluster-{workload.Name}",
                ClusterName = workload.Name,
                Connection = new AssumedRole
                {
                    ClusterEndpoint = cluster.ClusterEndpoint,
                    ClusterCertificateAuthorityData = cluster.ClusterCertificateAuthorityData,
                    AccessRoleArn = new DataAwsIamRole(this, "ArgoCdAccess", new DataAwsIamRoleConfig { Name = workload.ArgoCdAccessRole }).Arn,
                },
                Environment = "production",
                ControllerEnabled = false,
                Region = Network.Region,
                VpcId = Network.VpcId,
            }
        );
    }
}
