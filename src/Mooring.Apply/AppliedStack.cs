using Mooring.Rehearsal.Terraform;
using Mooring.Synthesis;

namespace Mooring.Apply;

/// <summary>A stack on its way from a plan to what it says.</summary>
internal sealed class AppliedStack
{
    private readonly StackTerraform _terraform;
    private readonly Version _version;
    private readonly string _file;

    /// <summary>Takes a stack as it is synthesized now.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="terraform">Terraform.</param>
    /// <param name="version">Its version.</param>
    public AppliedStack(SynthesizedStack stack, TerraformProgram terraform, Version version)
    {
        (_terraform, _version) = (new(terraform, stack.File), version);
        (Name, Dependencies, _file) = (stack.Name, stack.Dependencies, stack.File);
        Fingerprint = FingerprintNow();
    }

    /// <summary>Name of the stack.</summary>
    public string Name { get; }

    /// <summary>Names of the stacks that are applied before it.</summary>
    public IReadOnlyList<string> Dependencies { get; }

    /// <summary>SHA-256 of its Terraform JSON.</summary>
    public string Fingerprint { get; }

    /// <summary>Its plan, once it was planned.</summary>
    public Plan Plan { get; private set; } = Plan.Empty;

    /// <summary>Its plan in a few words.</summary>
    public string Summary => Plan.IsEmpty && Plan.ToMove > 0 ? $"{Plan.ToMove} to move in the state" : PlanWords.Summary([Plan]);

    /// <summary>Its plan as Terraform shows it; empty where it has no changes.</summary>
    public string PlanText { get; private set; } = string.Empty;

    /// <summary>Prepares its directory.</summary>
    /// <exception cref="TerraformException">Terraform refuses, or is too old.</exception>
    public Task InitAsync() => _terraform.InitAsync(_version);

    /// <summary>Plans it.</summary>
    /// <exception cref="ApplyException">Its Terraform is no longer what the apply began with.</exception>
    /// <exception cref="TerraformException">Terraform or a provider refuses.</exception>
    public async Task PlanAsync()
    {
        if (FingerprintNow() != Fingerprint)
        {
            throw new ApplyException($"{_file} has changed since this apply began: another run has synthesized; run 'apply' again");
        }

        Plan = await _terraform.PlanAsync();
        PlanText = Plan.HasChanges ? await _terraform.ShowPlanAsync() : string.Empty;
    }

    /// <summary>Applies its plan.</summary>
    /// <exception cref="TerraformException">Terraform or a provider refuses.</exception>
    public Task ApplyAsync() => _terraform.ApplyAsync();

    /// <summary>Removes its plan, which has secrets in it.</summary>
    public void ForgetPlan() => _terraform.ForgetPlan();

    private string FingerprintNow() => Publishing.Fingerprint.Of(File.ReadAllBytes(_file));
}
