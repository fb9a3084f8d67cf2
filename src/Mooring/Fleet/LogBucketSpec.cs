namespace Mooring.Fleet;

/// <summary>Defines where a load balancer writes logs. The bucket already exists, and its policy allows Elastic Load Balancing to write to it.</summary>
public sealed record LogBucketSpec
{
    /// <summary>Name of the S3 bucket, in the fleet's region.</summary>
    public required string Bucket { get; init; }

    /// <summary>Prefix before <c>/AWSLogs/</c> in the keys of the logs.</summary>
    /// <value>Defaults to none.</value>
    public string? Prefix { get; init; }
}
