using Mooring.StandIns.Values;

namespace Mooring.StandIns.Providers;

/// <summary>An ephemeral resource, which Terraform opens in every plan and in every apply, and keeps in no file.</summary>
/// <param name="Name">The type, as Terraform names it: <c>aws_eks_cluster_auth</c>.</param>
/// <param name="Open">
/// Computes the attributes that the configuration does not have, apart from those of every resource of the provider, such as the region. Throws a
/// <see cref="Remote.RemoteException"/> when it cannot be opened.
/// </param>
/// <seealso href="https://developer.hashicorp.com/terraform/language/resources/ephemeral"/>
internal sealed record EphemeralResource(string Name, Func<Value, ProviderContext, IEnumerable<KeyValuePair<string, Value>>> Open);
