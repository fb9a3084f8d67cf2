using System.Text.RegularExpressions;
using Mooring.Limits;

namespace Mooring.Karpenter;

/// <summary>What Amazon SQS and EventBridge accept of the names for Karpenter.</summary>
/// <seealso cref="Limit"/>
internal static partial class KarpenterLimits
{
    private const string QueueNameRegex = @"^[0-9A-Za-z_-]{1,64}\z";

    /// <summary>Name of a queue and of a rule: 1 to 64 letters, digits, hyphens and underscores. A queue may have 80, a rule 64.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html"/>
    /// <seealso href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html"/>
    [Pattern(QueueNameRegex)]
    public static string? QueueName(string value) =>
        Limit.IsToken(value) || QueueNamePattern().IsMatch(value) ? null : $"must be 1 to 64 letters, digits, hyphens and underscores, got '{value}'";

    [GeneratedRegex(QueueNameRegex)]
    private static partial Regex QueueNamePattern();
}
