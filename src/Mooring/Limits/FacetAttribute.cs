namespace Mooring.Limits;

/// <summary>
/// States a part of a limit as data, beside the method that checks it. <c>fleet.schema.json</c> is generated from these attributes; a test checks
/// that each agrees with its method.
/// </summary>
/// <seealso href="https://json-schema.org/draft/2020-12/json-schema-validation"/>
internal abstract class FacetAttribute : Attribute
{
    /// <summary>Whether the method checks more than the attribute states, so that it also refuses other values.</summary>
    public bool IsPartial { get; init; }
}
