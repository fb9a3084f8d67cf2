using Mooring.Benchmarks.Contenders;
using Mooring.Benchmarks.Fleets;

namespace Mooring.Benchmarks.Terraform;

/// <summary>What the sample costs Terraform, and what the article's HCL does for the same job.</summary>
/// <param name="Stacks">Every stack of the sample, in the order in which they are applied.</param>
/// <param name="Jobs">What the article does for each cluster, and Mooring too.</param>
/// <param name="Beyond">What the stack of the same cluster has besides.</param>
internal sealed record TerraformCost(IReadOnlyList<StackCost> Stacks, IReadOnlyList<JobCost> Jobs, IReadOnlyList<Element> Beyond)
{
    private static readonly string[] s_controllerRole = ["ControllerRole", "AwsAccount"];
    private static readonly string[] s_argoCdAccess = ["ArgoCdAccess", "ArgoCdRole"];

    /// <summary>Counts.</summary>
    /// <param name="program">Mooring.</param>
    /// <param name="sample">The sample fleet.</param>
    /// <param name="fleetFile">The file that holds it.</param>
    /// <param name="output">What was synthesized of it.</param>
    public static TerraformCost Count(MooringProgram program, SamplePieces sample, string fleetFile, string output)
    {
        StackCost[] stacks =
        [
            .. RehearsedReads.Of(program, fleetFile).Select(stack => new StackCost(stack.Stack, StackElements.Read(output, stack.Stack), stack.Reads)),
        ];
        // The article leaves the controller to Argo CD.
        var cluster = StackElements.Read(output, $"cluster-{sample.ArgoCd.Name}");
        var registration = StackElements.Read(output, $"registration-{sample.ArgoCd.Name}");
        return new TerraformCost(
            stacks,
            Compare(cluster, registration),
            [.. cluster.Where(element => !s_controllerRole.Concat(s_argoCdAccess).Contains(element.Name))]
        );
    }

    private static JobCost[] Compare(IReadOnlyList<Element> cluster, IReadOnlyList<Element> registration)
    {
        var role = ArticleSnippet.Read("controller-role");
        var secret = ArticleSnippet.Read("registration");
        var access = secret.Referred.Where(element => element.Type == "aws_iam_role").ToArray();
        return
        [
            new JobCost("the controller's role", role.Declared, role.Referred, [.. cluster.Where(element => s_controllerRole.Contains(element.Name))]),
            new JobCost("the registration with Argo CD", secret.Declared, [.. secret.Referred.Except(access)], registration),
            new JobCost("the role that Argo CD assumes", [], access, [.. cluster.Where(element => s_argoCdAccess.Contains(element.Name))]),
        ];
    }
}
