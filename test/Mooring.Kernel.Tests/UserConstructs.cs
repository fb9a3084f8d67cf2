using Amazon.JSII.Runtime.Deputy;
using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Lb;

namespace Mooring.Kernel.Tests;

/// <summary>A construct that overrides a member of a class of CDKTF.</summary>
internal sealed class NamedOutput(Construct scope, string id) : TerraformOutput(scope, id, new TerraformOutputConfig { Value = "value" })
{
    public override string ToString() => "a name of its own";
}

/// <summary>An aspect, which Node.js calls for each construct.</summary>
internal sealed class PrefixAspect() : DeputyBase(new DeputyProps([])), IAspect
{
    public void Visit(IConstruct node)
    {
        if (node is Lb loadBalancer)
        {
            loadBalancer.Name = "prefixed";
        }
    }
}

/// <summary>A validation that fails.</summary>
internal sealed class FailingValidation() : DeputyBase(new DeputyProps([])), IValidation
{
    public string[] Validate() => ["the construct is never valid"];
}
