using Mooring.Kernel.Objects;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Synthesis;

namespace Mooring.Kernel.Elements;

/// <summary>Terraform's own resource <c>terraform_data</c>.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/language/resources/terraform-data"/>
internal sealed class DataResourceElement((ConstructObject Scope, string Id) place, MapValue config, KernelSession session)
    : ResourceElement(TypeName, place, "terraform_data", isDataSource: false, config, session)
{
    /// <summary>Its class in jsii.</summary>
    public const string TypeName = "cdktf.DataResource";

    /// <inheritdoc/>
    protected override MapValue Attributes => new(from key in (string[])["input", "triggersReplace"] select (SnakeCase.Of(key), Config.Of(key)));

    /// <inheritdoc/>
    public override object? Get(string property, KernelSession session) =>
        property == "id" ? AttributeReader.Read(this, "String", property, session) : base.Get(property, session);
}
