using HashiCorp.Cdktf;
using Mooring.Jsii;
using Mooring.Kernel.FallBack;
using Mooring.Kernel.Protocol;
using Mooring.Kernel.Seam;
using Mooring.TestKit;

namespace Mooring.Kernel.Tests;

/// <summary>A program with the packages of CDKTF, over an engine of its own.</summary>
internal sealed class Session : IDisposable
{
    private readonly TemporaryDirectory _output = new();
    private readonly IDisposable _engine;

    private Session(IAnswering answering) => _engine = JsiiEngine.BeginSession(answering);

    /// <summary>Why Node.js was started; <see langword="null"/> where it was not.</summary>
    public string? Reason { get; private set; }

    /// <summary>A session that begins with the native engine.</summary>
    /// <param name="unknownAt">The number of a request that the native engine is made not to know.</param>
    public static Session Native(int unknownAt = int.MaxValue)
    {
        Session? session = null;
        var native = new ForgetfulKernel(new NativeKernel(), unknownAt);
        return session = new Session(new KernelConversation(native, Node.Start, reason => session!.Reason = reason));
    }

    /// <summary>A session with Node.js alone.</summary>
    public static Session OfNode() => Native(unknownAt: 0);

    /// <summary>The Terraform of a stack; or, where the program fails, the message of the error.</summary>
    public string Synthesize(Action<TerraformStack> define, bool skipsValidation = true)
    {
        try
        {
            return Synthesize(_output.Path, define, skipsValidation);
        }
        catch (Exception exception) when (exception is not EngineDifferenceException)
        {
            // The package's own directory differs from one Node.js to the next.
            return exception.Message.Split("\n    at ")[0];
        }
    }

    /// <summary>The Terraform of a stack, in whatever session the calling code runs.</summary>
    /// <param name="output">An empty directory.</param>
    /// <param name="define">Defines the stack.</param>
    /// <param name="skipsValidation">Whether CDKTF's validations are skipped.</param>
    public static string Synthesize(string output, Action<TerraformStack> define, bool skipsValidation = true)
    {
        var app = new App(new AppConfig { Outdir = output, SkipValidation = skipsValidation });
        var stack = new TerraformStack(app, "stack");
        _ = new LocalBackend(stack, new LocalBackendConfig { Path = "terraform.tfstate" });
        define(stack);
        app.Synth();
        return File.ReadAllText(Path.Combine(output, "stacks", "stack", "cdk.tf.json"));
    }

    public void Dispose()
    {
        _engine.Dispose();
        _output.Dispose();
    }

    private sealed class ForgetfulKernel(IAnswering kernel, int unknownAt) : IAnswering
    {
        private int _requests;

        public string Answer(string request) => _requests++ < unknownAt ? kernel.Answer(request) : throw new UnknownException("what this test made it forget");

        public void Dispose() => kernel.Dispose();
    }
}
