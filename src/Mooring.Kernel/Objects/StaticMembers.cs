using System.Text.Json;
using Mooring.Kernel.Classes;
using Mooring.Kernel.Elements;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Tokens;

namespace Mooring.Kernel.Objects;

/// <summary>The static members of classes.</summary>
internal static class StaticMembers
{
    /// <summary>Calls a static method.</summary>
    public static object? Invoke(string type, string method, JsonElement arguments, KernelSession session) =>
        (type, method) switch
        {
            ("cdktf.FnGenerated", _) => TerraformFunctions.Generated(method, arguments, session),
            ("cdktf.Fn", _) => TerraformFunctions.OfFn(method, arguments, session),
            ("cdktf.Token", "asString") => AsString(arguments, session),
            ("cdktf.Testing", "app") => TestingMembers.App(arguments, session),
            ("cdktf.Testing", "synth") => TestingMembers.Synth(arguments, session),
            (StackElement.TypeName, "of") => StackOf(arguments, session),
            _ => throw new UnknownException($"the method '{method}' of {type}"),
        };

    /// <summary>Reads a static property.</summary>
    public static object Get(string type, string property, KernelSession session) =>
        property == "tfResourceType" ? session.Packages.ClassOf(type).Type : throw new UnknownException($"the property '{property}' of {type}");

    /// <summary>A text is a text already.</summary>
    private static string AsString(JsonElement arguments, KernelSession session)
    {
        var read = new Arguments(arguments, session);
        var text = read.Next<object>(TypeRule.Any);
        read.End();
        return text as string ?? throw new UnknownException("texts that stand for other values");
    }

    private static StackElement StackOf(JsonElement arguments, KernelSession session)
    {
        var read = new Arguments(arguments, session);
        var construct = read.Next<ConstructObject>(TypeRule.Named("constructs.IConstruct"));
        read.End();
        return construct.Stack;
    }
}
