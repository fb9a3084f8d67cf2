namespace Mooring.Benchmarks.Terraform;

/// <summary>A managed resource or a data source. A plan reads each of them once, but for a resource that is not there yet.</summary>
/// <param name="IsData">Whether it is a data source.</param>
/// <param name="Type">Its type: <c>aws_iam_role</c>.</param>
/// <param name="Name">Its name in HCL, or the id of the construct that is its stack's child.</param>
internal sealed record Element(bool IsData, string Type, string Name)
{
    /// <summary>How HCL refers to it.</summary>
    public string Address => $"{(IsData ? "data." : string.Empty)}{Type}.{Name}";
}
