using System.Text.Json;
using Mooring.Aws;

namespace Mooring.Shift.Health;

/// <summary>The health of a target group's targets, as AWS reports it.</summary>
/// <param name="Healthy">How many targets are healthy.</param>
/// <param name="Registered">How many targets there are, without those that are being deregistered.</param>
/// <param name="Problems">What AWS says of targets that are not healthy: <c>i-0abc: unhealthy, Target.Timeout</c>.</param>
/// <seealso href="https://docs.aws.amazon.com/cli/latest/reference/elbv2/describe-target-health.html"/>
internal sealed record TargetHealth(int Healthy, int Registered, IReadOnlyList<string> Problems)
{
    private const string Service = "elbv2";
    private const string Command = "describe-target-health";

    /// <summary>Asks AWS.</summary>
    /// <exception cref="AwsException">It does not answer.</exception>
    public static async Task<TargetHealth> OfAsync(WatchedGroup group, AwsCli aws, CancellationToken cancellation)
    {
        var answer = await aws.AskAsync(cancellation, Service, Command, "--target-group-arn", group.Arn);
        try
        {
            return Of([.. answer.GetProperty("TargetHealthDescriptions").EnumerateArray()]);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException)
        {
            throw AwsCli.Unexpected(Service, Command);
        }
    }

    private static TargetHealth Of(IReadOnlyList<JsonElement> targets)
    {
        var registered = targets.Where(target => StateOf(target) != "draining").ToArray();
        var others = registered.Where(target => StateOf(target) != "healthy").ToArray();
        return new(registered.Length - others.Length, registered.Length, [.. others.Select(ProblemOf)]);
    }

    private static string StateOf(JsonElement target) => target.GetProperty("TargetHealth").GetProperty("State").GetString()!;

    private static string ProblemOf(JsonElement target)
    {
        var reason = target.GetProperty("TargetHealth").TryGetProperty("Reason", out var given) ? $", {given.GetString()}" : string.Empty;
        return $"{target.GetProperty("Target").GetProperty("Id").GetString()}: {StateOf(target)}{reason}";
    }
}
