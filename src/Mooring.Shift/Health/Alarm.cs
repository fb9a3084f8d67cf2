using System.Text.Json;
using Mooring.Aws;

namespace Mooring.Shift.Health;

/// <summary>An alarm of CloudWatch.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State"><c>OK</c>, <c>ALARM</c> or <c>INSUFFICIENT_DATA</c>.</param>
/// <param name="Reason">Why it is in that state, in CloudWatch's words.</param>
/// <seealso href="https://docs.aws.amazon.com/cli/latest/reference/cloudwatch/describe-alarms.html"/>
internal sealed record Alarm(string Name, string State, string Reason)
{
    private const string Service = "cloudwatch";
    private const string Command = "describe-alarms";

    private static readonly string[] s_lists = ["MetricAlarms", "CompositeAlarms"];

    /// <summary>Whether it is raised.</summary>
    public bool IsRaised => State == "ALARM";

    /// <summary>Asks AWS.</summary>
    /// <exception cref="AwsException">It does not answer, or there is no such alarm.</exception>
    public static async Task<Alarm> OfAsync(string name, AwsCli aws, CancellationToken cancellation)
    {
        var answer = await aws.AskAsync(cancellation, Service, Command, "--alarm-names", name, "--alarm-types", "MetricAlarm", "CompositeAlarm");
        try
        {
            return ListsOf(answer).Select(Of).FirstOrDefault(alarm => alarm.Name == name)
                ?? throw new AwsException($"there is no CloudWatch alarm '{name}' in this region and account: create it, or name another one with --alarm");
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException)
        {
            throw AwsCli.Unexpected(Service, Command);
        }
    }

    private static IEnumerable<JsonElement> ListsOf(JsonElement answer) =>
        s_lists.SelectMany(list => answer.TryGetProperty(list, out var alarms) ? alarms.EnumerateArray() : Enumerable.Empty<JsonElement>());

    private static Alarm Of(JsonElement alarm) =>
        new(
            alarm.GetProperty("AlarmName").GetString()!,
            alarm.GetProperty("StateValue").GetString()!,
            alarm.TryGetProperty("StateReason", out var reason) ? $"{reason.GetString()}" : string.Empty
        );
}
