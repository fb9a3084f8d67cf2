namespace Mooring.Kernel.Elements;

/// <summary>What has attributes that others refer to: a resource, or an object within one.</summary>
internal interface IAttributeParent
{
    /// <summary>The resource.</summary>
    Element Root { get; }

    /// <summary>How many sets are around it. CDKTF makes a list of each for every reference, which takes a number of a token.</summary>
    int Sets { get; }

    /// <summary>An attribute in Terraform's language.</summary>
    string PathOf(string attribute);
}
