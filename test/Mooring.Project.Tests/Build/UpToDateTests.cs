using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Programs;
using Xunit;

namespace Mooring.Project.Tests.Build;

/// <summary><c>src/UpToDate</c>, with a program and a library as small as can be, built by the real SDK.</summary>
public sealed class UpToDateTests : IDisposable
{
    private const string Program = "Program";

    private readonly TemporaryDirectory _folder = new();

    public UpToDateTests()
    {
        Put("Directory.Build.props", "<Project><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        Put("Directory.Build.targets", """<Project><Import Project="src/UpToDate/UpToDate.targets" Condition="'$(UpToDateCheck)' == 'true'" /></Project>""");
        Put("src/UpToDate/UpToDate.targets", File.ReadAllText(Repository.PathOf("src", "UpToDate", "UpToDate.targets")));
        Put("src/Library/Library.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        Put("src/Library/Text.cs", """public static class Text { public const string Value = "first"; }""");
        Put("Program.cs", "System.Console.Write(Text.Value);");
        Put(
            $"{Program}.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <EnableDefaultItems>false</EnableDefaultItems>
                <UpToDateCheck>true</UpToDateCheck>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="Program.cs" />
                <ProjectReference Include="src/Library/Library.csproj" />
              </ItemGroup>
            </Project>
            """
        );
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_program_is_built_again_when_something_has_changed()
    {
        IsBuilt().Should().BeTrue("there is no output");
        IsBuilt().Should().BeFalse("nothing has changed");
        Printed().Should().Be("first");

        Put("src/Library/Text.cs", """public static class Text { public const string Value = "second"; }""");
        IsBuilt().Should().BeTrue("a source of the library has changed");
        Printed().Should().Be("second");

        Put("src/Library/Other.cs", "public static class Other;");
        IsBuilt().Should().BeTrue("a source was added");
        File.Delete(PathOf("src/Library/Other.cs"));
        IsBuilt().Should().BeTrue("a source was deleted");
        IsBuilt().Should().BeFalse("nothing has changed");

        File.Delete(PathOf("bin/Debug/net10.0/Library.dll"));
        IsBuilt().Should().BeTrue("a part of the output is missing");
        Printed().Should().Be("second");
    }

    [Fact]
    public void A_build_that_failed_is_tried_again()
    {
        IsBuilt().Should().BeTrue();
        Put("src/Library/Text.cs", "this is no C#");

        Build().ExitCode.Should().NotBe(0);
        Build().ExitCode.Should().NotBe(0);

        Put("src/Library/Text.cs", """public static class Text { public const string Value = "mended"; }""");
        IsBuilt().Should().BeTrue();
        Printed().Should().Be("mended");
    }

    [Fact]
    public void Tests_of_a_program_have_it_beside_them_also_when_it_was_not_built_again()
    {
        Put(
            "test/Tests/Tests.csproj",
            """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><ProjectReference Include="../../Program.csproj" /></ItemGroup></Project>"""
        );
        IsBuilt().Should().BeTrue("there is no output");
        IsBuilt().Should().BeFalse("nothing has changed");

        var build = Run("build", "test/Tests", "-nodeReuse:false");

        build.ExitCode.Should().Be(0, build.Output + build.Error);
        Run(PathOf($"test/Tests/bin/Debug/net10.0/{Program}.dll")).Output.Should().Be("first");
    }

    private bool IsBuilt()
    {
        var build = Build();
        build.ExitCode.Should().Be(0, build.Output + build.Error);
        return !bool.Parse(build.Output.Trim());
    }

    private Command Build() => Run("msbuild", $"{Program}.csproj", "-restore", "-target:Build", "-nodeReuse:false", "-getProperty:IsUpToDate");

    private string Printed() => Run(PathOf($"bin/Debug/net10.0/{Program}.dll")).Output;

    private Command Run(params string[] arguments) =>
        Command.Run(_folder.Path, new Dictionary<string, string?> { ["DOTNET_CLI_UI_LANGUAGE"] = "en" }, "dotnet", arguments);

    private string PathOf(string file) => Path.Combine(_folder.Path, file);

    private void Put(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }
}
