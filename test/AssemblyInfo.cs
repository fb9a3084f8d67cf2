using System.Runtime.CompilerServices;
using Mooring.Stacks;

// jsii serves one thread.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]

/// <summary>What is done before the first test.</summary>
internal static class Before
{
#pragma warning disable CA2255 // the tests are an application, and there is no earlier place for it
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void AnyTest() => JsiiTemporaryFiles.Confine();
}
