using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Programs;

namespace Mooring.Apply.Tests.Pipelines;

/// <summary>
/// The repository of a fleet, as a team has it: the program, the fleet file and the reviewed snapshots; and what the jobs of a pipeline clone from it.
/// The states are in local files, which each job finds and leaves: they are in S3 where jobs run on other machines.
/// </summary>
/// <param name="folder">A directory for it.</param>
/// <param name="variables">The environment variables of all programs.</param>
internal sealed class FleetRepository(string folder, IReadOnlyDictionary<string, string?> variables)
{
    private readonly string _states = Directory.CreateDirectory(Path.Combine(folder, "states")).FullName;
    private readonly string _developer = Path.Combine(folder, "developer");
    private int _clones;

    /// <summary>What is cloned.</summary>
    public string Origin { get; } = Path.Combine(folder, "origin.git");

    /// <summary>Creates the repository, with a commit on the main branch.</summary>
    public void Create(string fleet)
    {
        Git(folder, "init", "--quiet", "--bare", "--initial-branch=main", Origin);
        Git(folder, "clone", "--quiet", Origin, _developer);
        Git(_developer, "checkout", "--quiet", "-B", "main");
        Write("Stacks.csproj", Project);
        Write("Program.cs", File.ReadAllText(Repository.PathOf("Program.cs")));
        Write(".gitignore", "bin/\nobj/\ncdktf.out/\nterraform.*.tfstate*\n");
        Directory.CreateDirectory(Path.Combine(_developer, "main.tf.json.snapshots", "fleet"));
        Commit("main", fleet, withSnapshots: true);
    }

    /// <summary>Commits a fleet file to a branch that is made from the main branch, or to that one itself.</summary>
    /// <param name="branch">Name of the branch.</param>
    /// <param name="fleet">Text of the fleet file.</param>
    /// <param name="withSnapshots">Whether the developer also commits the new snapshots.</param>
    public void Commit(string branch, string fleet, bool withSnapshots)
    {
        Git(_developer, "checkout", "--quiet", "-B", branch);
        Write("fleet.yaml", fleet);
        if (withSnapshots)
        {
            Accept();
        }

        Git(_developer, "add", "--all");
        Git(_developer, "commit", "--quiet", "--allow-empty", "--message", branch);
        Git(_developer, "push", "--quiet", "--force", "origin", branch);
    }

    /// <summary>Merges a branch into the main branch.</summary>
    public void Merge(string branch)
    {
        Git(_developer, "checkout", "--quiet", "main");
        Git(_developer, "merge", "--quiet", branch);
        Git(_developer, "push", "--quiet", "origin", "main");
    }

    /// <summary>Moves the tag that says what is deployed to the end of the main branch.</summary>
    public void Deployed()
    {
        Git(_developer, "tag", "--force", "deployed", "main");
        Git(_developer, "push", "--quiet", "--force", "origin", "deployed");
    }

    /// <summary>The commit of a branch or a tag.</summary>
    public string CommitOf(string name) => Git(Origin, "rev-parse", name);

    /// <summary>Whether the server has a tag.</summary>
    public bool HasTag(string name) => Git(Origin, "tag", "--list", name).Length > 0;

    /// <summary>A fresh clone of a commit, with the states beside it.</summary>
    public string Clone(string name)
    {
        var clone = Directory.CreateDirectory(Path.Combine(folder, $"job-{++_clones}")).CreateSubdirectory("fleet").FullName;
        Git(folder, "clone", "--quiet", Origin, clone);
        Git(clone, "checkout", "--quiet", "--detach", CommitOf(name));
        Copy(_states, clone);
        return clone;
    }

    /// <summary>Keeps the states as a job leaves them.</summary>
    public void KeepStates(string clone) => Copy(clone, _states);

    private static string Project =>
        $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <EnableDefaultItems>false</EnableDefaultItems>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="Program.cs" />
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
                <Reference Include="{AppContext.BaseDirectory}*.dll" Exclude="{AppContext.BaseDirectory}Stacks.dll" />
                <None Include="{AppContext.BaseDirectory}charts/**" LinkBase="charts" CopyToOutputDirectory="PreserveNewest" />
              </ItemGroup>
            </Project>
            """;

    /// <summary>What a developer does who read the difference.</summary>
    private void Accept()
    {
        Run(_developer, "dotnet", "run", "--", "--output", Path.Combine(folder, "accepted"));
        var snapshots = Path.Combine(_developer, "main.tf.json.snapshots", "fleet");
        Array.ForEach(Directory.GetFiles(snapshots), File.Delete);
        foreach (var stack in Directory.GetDirectories(Path.Combine(folder, "accepted", "stacks")))
        {
            var text = File.ReadAllText(Path.Combine(stack, "cdk.tf.json"));
            File.WriteAllText(Path.Combine(snapshots, $"{Path.GetFileName(stack)}.verified.json"), $"{text}\n");
        }

        Directory.Delete(Path.Combine(folder, "accepted"), recursive: true);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_developer, name), text);

    private string Git(string directory, params string[] arguments) => Run(directory, "git", arguments);

    private string Run(string directory, string program, params string[] arguments)
    {
        var run = Command.Run(directory, variables, program, arguments);
        run.ExitCode.Should().Be(0, "{0} {1}: {2}{3}", program, string.Join(' ', arguments), run.Output, run.Error);
        return run.Output.Trim();
    }

    private static void Copy(string from, string to)
    {
        foreach (var state in Directory.GetFiles(from, "terraform.*.tfstate"))
        {
            File.Copy(state, Path.Combine(to, Path.GetFileName(state)), overwrite: true);
        }
    }
}
