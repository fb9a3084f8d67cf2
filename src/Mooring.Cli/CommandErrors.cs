using Amazon.JSII.Runtime;
using Mooring.Apply;
using Mooring.Aws;
using Mooring.Discovery.Answers;
using Mooring.Errors;
using Mooring.Jsii;
using Mooring.Kernel.FallBack;
using Mooring.Rehearsal.Terraform;
using Mooring.Shift;

namespace Mooring.Cli;

/// <summary>Codes of what ends a command, other than an error of a fleet file. <c>docs/messages.md</c> has a section for each.</summary>
internal static class CommandErrors
{
    /// <summary>An option or argument that the command does not have.</summary>
    public const string Usage = "E101";

    /// <summary>CDKTF, or a construct, refuses what it is given.</summary>
    public const string Construct = "E102";

    /// <summary>Node.js is not there, is too old, or does not answer.</summary>
    public const string Node = "E103";

    /// <summary>Terraform is not there, or fails.</summary>
    public const string Terraform = "E105";

    /// <summary>A file or directory cannot be read or written.</summary>
    public const string Files = "E106";

    /// <summary>The native engine and Node.js answer differently: a fault of Mooring.</summary>
    public const string Engine = "E107";

    /// <summary>The AWS CLI is not there, or does not answer.</summary>
    public const string Aws = "E110";

    /// <summary>A shift does not fit the fleet file, an interrupted shift, or what Terraform plans.</summary>
    public const string Shift = "E111";

    /// <summary>An apply names a stack that the fleet does not have, or another apply runs.</summary>
    public const string Apply = "E112";

    /// <summary>There is nothing to discover, or not what was named.</summary>
    public const string Discovery = "E113";

    /// <summary>An error that nobody foresaw: a fault of Mooring.</summary>
    public const string Unforeseen = "E199";

    /// <summary>All codes.</summary>
    public static IReadOnlyList<string> All { get; } = [Usage, Construct, Node, Terraform, Files, Engine, Aws, Shift, Apply, Discovery, Unforeseen];

    /// <summary>The code of an exception.</summary>
    public static string Of(Exception exception) =>
        exception switch
        {
            SynthesisEngineException => Usage,
            NodeRuntimeException => Node,
            TerraformException => Terraform,
            EngineDifferenceException => Engine,
            AwsException => Aws,
            ShiftException => Shift,
            ApplyException => Apply,
            DiscoveryException => Discovery,
            IOException or UnauthorizedAccessException => Files,
            JsiiException or ConstructException => Construct,
            // jsii throws CDKTF's own errors as plain exceptions, too.
            _ when exception.GetType() == typeof(Exception) => Construct,
            _ => Unforeseen,
        };
}
