using System.Globalization;
using System.Text.RegularExpressions;

namespace Mooring.TargetGroupBindings;

/// <summary>A version of the AWS Load Balancer Controller, such as 2.13.4.</summary>
/// <param name="Major">First of its numbers.</param>
/// <param name="Minor">Second of its numbers; a field of the TargetGroupBinding comes with it.</param>
/// <param name="Patch">Third of its numbers.</param>
/// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/releases"/>
public readonly partial record struct ControllerVersion(int Major, int Minor, int Patch) : IComparable<ControllerVersion>
{
    /// <summary>Whether one is older than the other.</summary>
    public static bool operator <(ControllerVersion left, ControllerVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether one is newer than the other.</summary>
    public static bool operator >(ControllerVersion left, ControllerVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether one is older than the other, or the same.</summary>
    public static bool operator <=(ControllerVersion left, ControllerVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one is newer than the other, or the same.</summary>
    public static bool operator >=(ControllerVersion left, ControllerVersion right) => left.CompareTo(right) >= 0;

    /// <summary>The version that a text such as <c>2.13.4</c> or <c>v2.13.4</c> is, or none.</summary>
    public static ControllerVersion? Parse(string text)
    {
        if (VersionPattern().Match(text) is not { Success: true } match)
        {
            return null;
        }

        return new(Number(match, 1), Number(match, 2), Number(match, 3));
    }

    /// <inheritdoc/>
    public int CompareTo(ControllerVersion other) => (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^v?(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\z")]
    private static partial Regex VersionPattern();
}
