using Constructs;
using HashiCorp.Cdktf;

namespace Mooring.LoadBalancing;

/// <summary>The logical ids that resources had before constructs around them got other ids, from which <c>moved</c> blocks take them along.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/language/modules/develop/refactoring"/>
internal static class FormerAddress
{
    /// <summary>The logical id of a resource at a path of construct ids. The constructs are defined for this and removed again.</summary>
    /// <param name="scope">The construct that the path begins at.</param>
    /// <param name="ids">Ids of the constructs, and at the end of the resource. No other construct of the scope has the first of them.</param>
    public static string Of(Construct scope, params string[] ids)
    {
        var parent = ids[..^1].Aggregate(scope, (construct, id) => new Construct(construct, id));
        var logicalId = new TerraformElement(parent, ids[^1]).FriendlyUniqueId;
        scope.Node.TryRemoveChild(ids[0]);
        return logicalId;
    }

    /// <summary>The scope of a construct.</summary>
    public static Construct ScopeOf(Construct construct) => (Construct)construct.Node.Scope!;
}
