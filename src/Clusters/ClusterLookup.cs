using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.DataAwsEksCluster;

namespace Mooring.Clusters;

/// <summary>Looks an EKS cluster up by its name: where its API server is, and how to reach it.</summary>
public class ClusterLookup : Construct
{
    /// <summary>Looks a cluster up.</summary>
    public ClusterLookup(Construct scope, string id, ClusterLookupProps props)
        : base(scope, id)
    {
        var cluster = new DataAwsEksCluster(this, "Default", new DataAwsEksClusterConfig { Name = props.ClusterName });
        ClusterName = cluster.Id;
        ClusterEndpoint = cluster.Endpoint;
        ClusterCertificateAuthorityData = cluster.CertificateAuthority.Get(0).Data;
    }

    /// <summary>Name of the cluster, known once it was found.</summary>
    public string ClusterName { get; }

    /// <summary>URL of its API server.</summary>
    public string ClusterEndpoint { get; }

    /// <summary>Certificate of the authority that its API server's certificate is from, PEM in Base64.</summary>
    public string ClusterCertificateAuthorityData { get; }

    /// <summary>The same certificate in plain PEM, as providers ask for it.</summary>
    internal string ClusterCaCertificate => Fn.Base64decode(ClusterCertificateAuthorityData);
}
