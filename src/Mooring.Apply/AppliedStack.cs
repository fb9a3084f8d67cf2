using Mooring.Rehearsal.Terraform;
using Mooring.Synthesis;

namespace Mooring.Apply;

/// <summary>A stack on its way from a plan to what it says.</summary>
internal sealed class AppliedStack
{
    private readonly StackTerraform _terraform;
    private readonly Version _version;

    /// <summary>Takes a stack as it is synthesized now.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="terraform">Terraform.</param>
    /// <param name="version">Its version.</param>
    public AppliedStack(SynthesizedStack stack, TerraformProgram terraform, Version version)
    {
        (_terraform, _version) = (new(terraform, stack.File), version);
        Name = stack.Name;
        Fingerprint = Publishing.Fingerprint.Of(File.ReadAllBytes(stack.File));
    }

    /// <summary>Name of the stack.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of its Terraform JSON.</summary>
    public string Fingerprint { get; }

    /// <summary>Its plan, once it was planned.</summary>
    public Plan Plan { get; private set; } = Plan.Empty;

    /// <summary>Its plan as Terraform shows it; empty where it has no changes.</summary>
    public string PlanText { get; private set; } = string.Empty;

    /// <summary>Prepares its directory.</summary>
    /// <exception cref="TerraformException">Terraform refuses, or is too old.</exception>
    public Task InitAsync() => _terraform.InitAsync(_version);

    /// <summary>Plans it.</summary>
    /// <exception cref="TerraformException">Terraform or a provider refuses.</exception>
    public async Task PlanAsync()
    {
        Plan = await _terraform.PlanAsync();
        PlanText = Plan.IsEmpty ? string.Empty : await _terraform.ShowPlanAsync();
    }

    /// <summary>Applies its plan.</summary>
    /// <exception cref="TerraformException">Terraform or a provider refuses.</exception>
    public Task ApplyAsync() => _terraform.ApplyAsync();

    /// <summary>Removes its plan, which has secrets in it.</summary>
    public void ForgetPlan() => _terraform.ForgetPlan();
}
