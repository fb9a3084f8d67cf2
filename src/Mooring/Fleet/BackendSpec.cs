namespace Mooring.Fleet;

/// <summary>Defines where Terraform stores state: one of <see cref="Local"/>, <see cref="S3"/> and <see cref="Cloud"/>.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/language/backend"/>
public sealed record BackendSpec
{
    /// <summary>Files next to the output directory, one for each stack: <c>terraform.&lt;fleet&gt;-&lt;stack&gt;.tfstate</c>.</summary>
    /// <value>Defaults to this backend, when none is given.</value>
    public LocalBackendSpec? Local { get; init; }

    /// <summary>Objects in an S3 bucket, one for each stack: <c>&lt;key prefix&gt;/&lt;stack&gt;.tfstate</c>.</summary>
    public S3BackendSpec? S3 { get; init; }

    /// <summary>Workspaces of HCP Terraform or Terraform Enterprise, one for each stack: <c>&lt;fleet&gt;-&lt;stack&gt;</c>.</summary>
    public CloudBackendSpec? Cloud { get; init; }
}
