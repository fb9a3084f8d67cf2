using System.Text.Json.Serialization;

namespace Mooring.Fleet;

/// <summary>How a TargetGroupBinding refers to its target group.</summary>
public enum TargetGroupReference
{
    /// <summary>By its ARN, which Terraform looks up.</summary>
    [JsonStringEnumMemberName("arn")]
    Arn,

    /// <summary>By its name, which the controller looks up, once.</summary>
    [JsonStringEnumMemberName("name")]
    Name,
}
