using Xunit;

namespace Mooring.Kernel.Tests;

/// <summary>
/// Tests that run while no others do. A Node.js that takes over reads the packages of jsii again, and a thread that loads one meanwhile writes the same
/// file: the lock of loading does not cover the take-over yet.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "alone";
}
