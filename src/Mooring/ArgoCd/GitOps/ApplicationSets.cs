using Mooring.Identity;
using Mooring.TargetGroupBindings;

namespace Mooring.ArgoCd.GitOps;

/// <summary>
/// The ApplicationSets of a directory: one for controller and bindings together and one for clusters that have a controller already, or one for the
/// controller and one for the bindings.
/// </summary>
internal static class ApplicationSets
{
    /// <summary>File of the ApplicationSet that installs the controller, or both.</summary>
    public const string ControllerFile = "appset-aws-lb-controller.yaml";

    /// <summary>File of the ApplicationSet that installs bindings without a controller.</summary>
    public const string BindingsFile = "appset-targetgroupbindings.yaml";

    /// <summary>The ApplicationSets.</summary>
    public static IReadOnlyList<ApplicationSet> Of(GitOpsDirectoryProps props) =>
        props.Applications == ApplicationLayout.Together ? [Together(props), BindingsOnly(props)] : [Controller(props), Bindings(props)];

    private static ApplicationSet Together(GitOpsDirectoryProps props) =>
        new()
        {
            File = ControllerFile,
            Comment =
                "Installs the AWS Load Balancer Controller and the TargetGroupBindings into every cluster whose Secret asks for it. The\n"
                + "# bindings are in a later sync wave than the controller: they wait for it, and go before it.",
            Name = ControllerRole.ServiceAccount.Name,
            Clusters = ClusterSelection.WithController,
            Prefix = ApplicationPrefixes.Controller,
            Values = [ClusterValue.Application, .. ControllerSource.Values(props), .. BindingsSource.Values(props)],
            // Argo CD reports the error of the first source that fails, and that of the bindings' chart names the cluster.
            Sources = [BindingsSource.Of(props), ControllerSource.Of(props)],
            Rest = ControllerSource.IgnoredDifferences(props),
        };

    private static ApplicationSet Controller(GitOpsDirectoryProps props) =>
        new()
        {
            File = ControllerFile,
            Comment = "Installs the AWS Load Balancer Controller into every cluster whose Secret asks for it.",
            Name = ControllerRole.ServiceAccount.Name,
            // Of what an Application consists, the lower wave is created first and removed last.
            SyncWave = -1,
            Clusters = ClusterSelection.WithController,
            Prefix = ApplicationPrefixes.Controller,
            Values = [ClusterValue.Application, .. ControllerSource.Values(props)],
            Sources = [ControllerSource.Of(props)],
            Rest = ControllerSource.IgnoredDifferences(props),
        };

    private static ApplicationSet BindingsOnly(GitOpsDirectoryProps props) =>
        Bindings(props) with
        {
            Comment =
                "Installs the TargetGroupBindings of every cluster in which somebody else installed the AWS Load Balancer Controller, as its\n"
                + "# Secret says: the chart beside this file, with the bindings that Terraform wrote onto the Secret.",
            Clusters = ClusterSelection.BindingsOnly,
            SyncWave = null,
        };

    private static ApplicationSet Bindings(GitOpsDirectoryProps props) =>
        new()
        {
            File = BindingsFile,
            Comment =
                "Installs the TargetGroupBindings of every cluster whose Secret asks for it: the chart beside this file, with the\n"
                + "# bindings that Terraform wrote onto the Secret. Until the controller runs, they fail and are retried.",
            Name = TargetGroupBindingRelease.Name,
            SyncWave = 0,
            Prefix = ApplicationPrefixes.Bindings,
            Values = [ClusterValue.Application, .. BindingsSource.Values(props)],
            Sources = [BindingsSource.Of(props)],
            AllowEmpty = true,
        };
}
