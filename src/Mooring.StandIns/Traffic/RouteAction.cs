using System.Globalization;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Traffic;

/// <summary>What a rule does with requests at last, after it has authenticated clients where it does.</summary>
/// <param name="TargetGroups">ARN and weight of the target groups that it forwards to; empty for other actions.</param>
/// <param name="Status">Status of a fixed response, and of a redirect; <see langword="null"/> for others, such as an action that is not known.</param>
internal sealed record RouteAction(IReadOnlyList<(string Arn, int Weight)> TargetGroups, int? Status)
{
    private static readonly string[] s_last = ["forward", "redirect", "fixed-response"];

    /// <summary>The last action in the blocks of a rule or listener. Of a listener that somebody else made, it is not known.</summary>
    public static RouteAction Of(Value actions) =>
        actions.Elements.Where(action => s_last.Contains(action["type"].Text)).OrderBy(action => RouteRule.Number(action["order"])).LastOrDefault() is { } last
            ? new(last["type"].Text == "forward" ? Forward(last) : [], StatusOf(last))
            : new([], null);

    private static (string Arn, int Weight)[] Forward(Value action)
    {
        (string, int)[] weighted =
        [
            .. action["forward"]
                .Elements.SelectMany(forward => forward["target_group"].Elements)
                .Select(group => ($"{group["arn"].Text}", WeightOf(group["weight"]))),
        ];
        return weighted.Length > 0 ? weighted
            : action["target_group_arn"].Text is { Length: > 0 } arn ? [(arn, 1)]
            : [];
    }

    /// <summary>Without a weight it is 1.</summary>
    private static int WeightOf(Value weight) => weight is NumberValue number ? (int)number.Value : 1;

    private static int? StatusOf(Value action) =>
        action["type"].Text switch
        {
            "redirect" => int.Parse(
                $"{action.At("redirect", "status_code").Text}".Replace("HTTP_", string.Empty, StringComparison.Ordinal),
                CultureInfo.InvariantCulture
            ),
            "fixed-response" => int.Parse($"{action.At("fixed_response", "status_code").Text}", CultureInfo.InvariantCulture),
            _ => null,
        };
}
