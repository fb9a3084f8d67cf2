using YamlDotNet.RepresentationModel;

namespace Mooring.Benchmarks.Fleets;

/// <summary>A cluster or a load balancer of the sample.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Node">What is declared of it.</param>
internal sealed record Piece(string Name, YamlMappingNode Node);
