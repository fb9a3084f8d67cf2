using Constructs;
using HashiCorp.Cdktf;

namespace Mooring.TargetGroupBindings;

/// <summary>A Helm chart that ships with this library.</summary>
internal static class ShippedChart
{
    /// <summary>The folder of a chart.</summary>
    public static string FolderOf(string name) => Path.Combine(AppContext.BaseDirectory, "charts", name);

    /// <summary>Puts a chart into a construct's stack, and returns where Terraform finds it.</summary>
    public static string In(Construct scope, string name)
    {
        var chart = new TerraformAsset(scope, "Chart", new TerraformAssetConfig { Path = FolderOf(name), Type = AssetType.DIRECTORY });
        return $"${{path.module}}/{chart.Path.TrimEnd('/')}";
    }
}
