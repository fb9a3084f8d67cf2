namespace Mooring.Jsii;

/// <summary>Finds out whether an error of jsii means that Node.js itself failed, and not what runs in it.</summary>
internal static class NodeFailure
{
    /// <summary>jsii's message where Node.js ended before its answer.</summary>
    /// <seealso href="https://github.com/aws/jsii/blob/main/packages/%40jsii/dotnet-runtime/src/Amazon.JSII.Runtime/Services/Runtime.cs"/>
    private const string Ended = "Child process exited unexpectedly";

    private const int BrokenPipe = 32;

    /// <summary>The error as one that names Node.js; <see langword="null"/> where it is another one.</summary>
    public static NodeRuntimeException? Of(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException!)
        {
            if (cause.Message.Contains(Ended, StringComparison.Ordinal) || cause is IOException { HResult: BrokenPipe })
            {
                return new("Node.js, which runs CDKTF, ended before its work was done: it may have been killed, or have run out of memory");
            }

            // jsii reads messages with Newtonsoft.Json.
            if (cause.GetType().Namespace == "Newtonsoft.Json")
            {
                return new("Node.js, which runs CDKTF, wrote something else than an answer: is what JSII_NODE or the PATH names Node.js itself?");
            }
        }

        return null;
    }
}
