using Mooring.StandIns.Providers;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Aws;

/// <summary>Amazon SQS and Amazon EventBridge: queues, rules and their targets.</summary>
internal static class Messaging
{
    private const string Rule = "aws_cloudwatch_event_rule";
    private const string Queue = "aws_sqs_queue";

    /// <summary>Their resources.</summary>
    public static IEnumerable<ResourceType> Resources =>
        [
            new(Queue)
            {
                Unique = ["name"],
                Duplicate = "QueueAlreadyExists: A queue named {0} already exists",
                Computed = QueueOf,
            },
            new("aws_sqs_queue_policy")
            {
                Needs = [new("queue_url", Queue, "id", "AWS.SimpleQueueService.NonExistentQueue: The specified queue does not exist.")],
                Computed = creation => [new("id", creation["queue_url"])],
            },
            new(Rule)
            {
                Unique = ["name"],
                // PutRule changes a rule that exists.
                Takeover = (_, _) => null,
                Computed = creation =>
                    [
                        new("id", creation.Text("name")),
                        new("name_prefix", string.Empty),
                        new("arn", creation.Aws().Arn("events", $"rule/{creation.Text("name")}")),
                    ],
            },
            new("aws_cloudwatch_event_target")
            {
                Needs =
                [
                    new("rule", Rule, "name", "ResourceNotFoundException: Rule {0} does not exist on EventBus default.")
                    {
                        InUse = "ValidationException: Rule can't be deleted since it has targets.",
                    },
                ],
                Computed = creation => [new("id", $"{creation.Text("rule")}-{creation.Text("target_id")}"), new("target_id", creation.MadeUp(26, "target"))],
            },
        ];

    private static IEnumerable<KeyValuePair<string, Value>> QueueOf(Creation creation)
    {
        var (aws, name) = (creation.Aws(), creation.Text("name"));
        var url = $"https://sqs.{aws.Region}.{aws.DnsSuffix}/{aws.AccountId}/{name}";
        return
        [
            new("id", url),
            new("url", url),
            new("arn", aws.Arn("sqs", name)),
            new("name_prefix", string.Empty),
            new("kms_data_key_reuse_period_seconds", 300),
            new("sqs_managed_sse_enabled", true),
            new("deduplication_scope", string.Empty),
            new("fifo_throughput_limit", string.Empty),
            new("policy", string.Empty),
            new("redrive_policy", string.Empty),
            new("redrive_allow_policy", string.Empty),
        ];
    }
}
