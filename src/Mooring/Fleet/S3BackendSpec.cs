namespace Mooring.Fleet;

/// <summary>Defines state in an S3 bucket, encrypted, with a lock file next to each state.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/language/backend/s3"/>
public sealed record S3BackendSpec
{
    /// <summary>Name of the bucket.</summary>
    public required string Bucket { get; init; }

    /// <summary>Region of the bucket.</summary>
    /// <value>Defaults to the fleet's region.</value>
    public string? Region { get; init; }

    /// <summary>Prefix before <c>/&lt;stack&gt;.tfstate</c> in a state's key.</summary>
    /// <value>Defaults to the fleet's name.</value>
    public string? KeyPrefix { get; init; }
}
