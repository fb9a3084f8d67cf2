using System.Text.Json;
using Mooring.Kernel.Classes;
using Mooring.Kernel.Elements;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Synthesis;

namespace Mooring.Kernel.Objects;

/// <summary>The static members of <c>cdktf.Testing</c>, for tests of constructs.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/cdktf/test/unit-tests"/>
internal static class TestingMembers
{
    /// <summary>An app whose stacks are synthesized to texts.</summary>
    public static AppObject App(JsonElement arguments, KernelSession session)
    {
        var read = new Arguments(arguments, session);
        var config = read.NextOrNone<MapValue>(TypeRule.Named("cdktf.TestingAppConfig"));
        read.End();
        return config is { Count: 1 } ? new AppObject(config, session.Files) : throw new UnknownException("an app for tests that is configured like this");
    }

    /// <summary>The Terraform of a stack, without CDKTF's metadata; a backend is not added.</summary>
    public static string Synth(JsonElement arguments, KernelSession session)
    {
        var read = new Arguments(arguments, session);
        var stack = read.Next<StackElement>(TypeRule.Named(StackElement.TypeName));
        if (read.NextOrNone<object>(TypeRule.Boolean) is true)
        {
            throw new UnknownException("the validations of a stack");
        }

        read.End();
        return new StableJson(new ValueResolver(stack, session.Tokens)) { Ignored = "//" }.TextOf(StackDocument.Of(stack).Root);
    }
}
