using System.Globalization;
using System.Text.RegularExpressions;
using Mooring.Benchmarks.Contenders;
using Mooring.Benchmarks.Processes;

namespace Mooring.Benchmarks.Terraform;

/// <summary>The number of provider calls in a rehearsal.</summary>
internal static partial class RehearsedReads
{
    /// <summary>Rehearses a fleet.</summary>
    /// <returns>The reads of a plan that changes nothing, for each stack in the order in which they are applied.</returns>
    /// <exception cref="BenchmarkException">It fails, as it does where Terraform is not installed.</exception>
    public static IReadOnlyList<(string Stack, int Reads)> Of(MooringProgram program, string fleet) =>
        [
            .. Lines()
                .Matches(CommandRunner.Run(program.Rehearse(fleet)))
                .Select(match => (match.Groups["stack"].Value, int.Parse(match.Groups["reads"].Value, CultureInfo.InvariantCulture))),
        ];

    [GeneratedRegex(@"(?m)^(?<stack>[\w-]+): .*; (?<reads>\d+) reads? a plan$")]
    private static partial Regex Lines();
}
