using Constructs;
using HashiCorp.Cdktf.Providers.Aws.CloudwatchEventRule;
using HashiCorp.Cdktf.Providers.Aws.CloudwatchEventTarget;
using HashiCorp.Cdktf.Providers.Aws.SqsQueue;
using HashiCorp.Cdktf.Providers.Aws.SqsQueuePolicy;
using Mooring.Clusters;
using Mooring.Errors;

namespace Mooring.Karpenter;

/// <summary>
/// Defines the queue from which Karpenter learns that a node will be interrupted, and the EventBridge rule that fills it. Karpenter then drains the node
/// before it goes. One rule has the events of the five in Karpenter's template: a region has a quota of 300 rules.
/// </summary>
/// <seealso href="https://karpenter.sh/docs/concepts/disruption/#interruption"/>
/// <seealso href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html"/>
public class InterruptionQueue : Construct
{
    private const int RetentionSeconds = 300;

    /// <summary>Defines a queue and its rule.</summary>
    /// <exception cref="ConstructException">The name or a tag is outside AWS's limits.</exception>
    public InterruptionQueue(Construct scope, string id, InterruptionQueueProps props)
        : base(scope, id)
    {
        Property.Require(this, nameof(props.QueueName), KarpenterLimits.QueueName(props.QueueName));
        var queue = new SqsQueue(
            this,
            "Default",
            new SqsQueueConfig
            {
                Name = props.QueueName,
                MessageRetentionSeconds = RetentionSeconds,
                SqsManagedSseEnabled = true,
                Tags = ResourceTags.Of(this, props.Tags),
            }
        );
        var rule = new CloudwatchEventRule(
            this,
            "Rule",
            new CloudwatchEventRuleConfig
            {
                Name = props.QueueName,
                Description = "Interruptions of nodes, for Karpenter",
                EventPattern = KarpenterPolicies.Events,
                Tags = ResourceTags.Of(this, props.Tags),
            }
        );
        var policy = new SqsQueuePolicy(
            this,
            "Policy",
            new SqsQueuePolicyConfig { QueueUrl = queue.Url, Policy = KarpenterPolicies.Queue(queue.Arn, rule.Arn) }
        );
        _ = new CloudwatchEventTarget(
            this,
            "Target",
            new CloudwatchEventTargetConfig
            {
                Rule = rule.Name,
                Arn = queue.Arn,
                TargetId = "KarpenterInterruptionQueueTarget",
                // EventBridge drops what it may not send yet.
                DependsOn = [policy],
            }
        );

        QueueName = queue.Name;
        QueueArn = queue.Arn;
    }

    /// <summary>Name of the queue, known once it exists: the value <c>settings.interruptionQueue</c> of Karpenter's chart.</summary>
    public string QueueName { get; }

    /// <summary>ARN of the queue.</summary>
    public string QueueArn { get; }
}
