namespace Mooring.Clusters;

/// <summary>An EKS cluster: one that is created or looked up. An attribute is read only when it is used.</summary>
public interface ICluster
{
    /// <summary>Name of the cluster, known once it exists.</summary>
    string ClusterName { get; }

    /// <summary>ARN of the cluster.</summary>
    string ClusterArn { get; }

    /// <summary>Kubernetes version of its control plane, known once it exists.</summary>
    string ClusterVersion { get; }

    /// <summary>URL of its API server.</summary>
    string ClusterEndpoint { get; }

    /// <summary>Certificate of the authority that its API server's certificate is from, PEM in Base64.</summary>
    string ClusterCertificateAuthorityData { get; }

    /// <summary>Id of the security group that EKS creates for the control plane and the nodes.</summary>
    string ClusterSecurityGroupId { get; }

    /// <summary>CIDR block of its Services, of the cluster's IP family.</summary>
    string ClusterServiceCidr { get; }

    /// <summary>URL of its OIDC issuer, with <c>https://</c>.</summary>
    string OidcIssuerUrl { get; }
}
