using Mooring.StandIns.Providers;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.HcpTerraform;

/// <summary>Finds objects of an organization by their names, which differ in more than the case of letters.</summary>
internal static class TfeNames
{
    /// <summary>The objects of a type that have the organization and the name of another value.</summary>
    public static IEnumerable<ObjectValue> Named(this ProviderContext context, string type, Value asked) =>
        context
            .Of(type)
            .Where(each =>
                each["organization"] == asked["organization"] && string.Equals(each["name"].Text, asked["name"].Text, StringComparison.OrdinalIgnoreCase)
            );
}
