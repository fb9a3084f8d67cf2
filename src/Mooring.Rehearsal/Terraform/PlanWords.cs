using System.Globalization;

namespace Mooring.Rehearsal.Terraform;

/// <summary>What plans change, in words that the reports share.</summary>
internal static class PlanWords
{
    /// <summary>The numbers of changes: <c>1 to create, 2 to change</c>.</summary>
    public static string Summary(IEnumerable<Plan> plans)
    {
        var all = plans.ToArray();
        (string Word, int Count)[] counts =
        [
            ("to import", all.Sum(plan => plan.ToImport)),
            ("to create", all.Sum(plan => plan.ToCreate)),
            ("to change", all.Sum(plan => plan.ToChange)),
            ("to replace", all.Sum(plan => plan.ToReplace)),
            ("to destroy", all.Sum(plan => plan.ToDestroy)),
            ("to leave the state", all.Sum(plan => plan.ToForget)),
        ];
        var some = counts.Where(count => count.Count > 0).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Count} {count.Word}")).ToArray();
        return some.Length > 0 ? string.Join(", ", some) : "no changes";
    }
}
