namespace Mooring.Identity;

/// <summary>A Kubernetes service account.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
public sealed record ServiceAccount(string Namespace, string Name)
{
    /// <summary>What a token calls it: <c>system:serviceaccount:&lt;namespace&gt;:&lt;name&gt;</c>.</summary>
    public string Subject => $"system:serviceaccount:{Namespace}:{Name}";
}
