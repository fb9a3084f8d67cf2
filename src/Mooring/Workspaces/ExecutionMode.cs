using System.Text.Json.Serialization;

namespace Mooring.Workspaces;

/// <summary>Where HCP Terraform runs Terraform.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/workspaces/settings#execution-mode"/>
public enum ExecutionMode
{
    /// <summary>On machines of HCP Terraform, which reach what is on the internet.</summary>
    [JsonStringEnumMemberName("remote")]
    Remote,

    /// <summary>On an agent of a pool, in a network of yours.</summary>
    [JsonStringEnumMemberName("agent")]
    Agent,
}
