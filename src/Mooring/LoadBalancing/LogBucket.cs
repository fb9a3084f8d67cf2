namespace Mooring.LoadBalancing;

/// <summary>Where a load balancer writes logs. The bucket's policy must allow Elastic Load Balancing to write to it.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html#attach-bucket-policy"/>
public sealed record LogBucket
{
    /// <summary>Name of the S3 bucket, in the load balancer's region.</summary>
    public required string Bucket { get; init; }

    /// <summary>Prefix before <c>/AWSLogs/</c> in the keys of the logs.</summary>
    /// <value>Defaults to none.</value>
    public string? Prefix { get; init; }
}
