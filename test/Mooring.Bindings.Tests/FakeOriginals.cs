using System.Text.Json;
using Mooring.TestKit;

namespace Mooring.Bindings.Tests;

/// <summary>
/// The folder <c>bindings</c> with originals of a few lines instead of CDKTF's, so that the generation takes seconds: a provider <c>aws</c> with
/// the resource <c>aws_lb</c>, and a pacmak that writes one small C# project.
/// </summary>
internal sealed class FakeOriginals : IDisposable
{
    /// <summary>The output of CDKTF for a load balancer that has an ARN and must have a name.</summary>
    public const string TypeScriptOfLb = """
        export interface LbConfig extends cdktf.TerraformMetaArguments {
          readonly name: string;
        }

        export class Lb extends cdktf.TerraformResource {
          public constructor(scope: Construct, id: string, config: LbConfig) {
            super(scope, id, { terraformResourceType: 'aws_lb' });
          }

          // arn - computed: true, optional: false, required: false
          public get arn() {
            return this.getStringAttribute('arn');
          }

          // name - computed: false, optional: false, required: true
          private _name?: string;
          public get name() {
            return this.getStringAttribute('name');
          }

          protected synthesizeHclAttributes(): { [name: string]: any } {
            const attrs = {
              name: {
                value: cdktf.stringToHclTerraform(this._name),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
              },
            };
          }
        }
        """;

    // The one original that is not faked: the TypeScript compiler of this build.
    private static readonly string s_typeScript = Repository.PathOf("bindings", ".originals", "node_modules", "typescript");
    private readonly TemporaryDirectory _directory = new();

    public FakeOriginals()
    {
        foreach (var file in Directory.GetFiles(Repository.PathOf("bindings")))
        {
            File.Copy(file, PathOf(Path.GetFileName(file)));
        }

        foreach (var file in Directory.GetFiles(Repository.PathOf("bindings", "acceleration")))
        {
            Write(Path.Combine("acceleration", Path.GetFileName(file)), File.ReadAllText(file));
        }

        Write("resources.txt", "aws_lb\n");
        Write("package.json", """{ "dependencies": { "@cdktf/provider-aws": "21.22.1" } }""");
        Write(".originals/package-lock.json", File.ReadAllText(PathOf("package-lock.json")));
        Write(".originals/node_modules/@cdktf/provider-aws/package.json", """{ "name": "@cdktf/provider-aws", "version": "21.22.1" }""");
        Write(".originals/node_modules/@cdktf/provider-aws/LICENSE", "MPL-2.0");
        Write(
            ".originals/node_modules/@cdktf/provider-aws/.jsii",
            """{ "name": "@cdktf/provider-aws", "version": "21.22.1", "submodules": {}, "types": {} }"""
        );
        WriteTypeScript(
            "provider",
            """
            export class AwsProvider extends cdktf.TerraformProvider {
              public constructor(scope: Construct, id: string, config: AwsProviderConfig = {}) {
                super(scope, id, { terraformResourceType: 'aws', terraformGeneratorMetadata: { providerVersion: '6.25.0' }, terraformProviderSource: 'aws' });
              }
            }
            """
        );
        WriteTypeScript("lb", TypeScriptOfLb);
        Write(".originals/node_modules/typescript/lib/typescript.js", $"module.exports = require({JsonSerializer.Serialize(s_typeScript)});");
        Write(
            ".originals/node_modules/jsii-pacmak/bin/jsii-pacmak",
            $$"""
            const fs = require("fs"), path = require("path");
            const project = path.join(process.argv[process.argv.indexOf("--outdir") + 1], "dotnet", "Fake");
            fs.mkdirSync(project, { recursive: true });
            fs.writeFileSync(path.join(project, "Fake.csproj"), `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>
              <TargetFramework>net6.0</TargetFramework><PackageVersion>1.0.0</PackageVersion><GeneratePackageOnBuild>true</GeneratePackageOnBuild>
            </PropertyGroup></Project>`);
            fs.writeFileSync("{{PathOf("generated").Replace('\\', '/')}}", "");
            while (fs.existsSync("{{PathOf("hold").Replace('\\', '/')}}")) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
            """
        );
    }

    /// <summary>The feed that a run publishes.</summary>
    public string Feed => PathOf("feed", "key");

    /// <summary>The files of the folder whose names begin with a dot: locks and working folders.</summary>
    public IEnumerable<string> Leftovers =>
        Directory.GetFileSystemEntries(_directory.Path, ".*").Select(entry => Path.GetFileName(entry)).Except([".originals"]);

    public string PathOf(params string[] parts) => Path.Combine([_directory.Path, .. parts]);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    /// <summary>Writes a folder of the provider as npm has it: JavaScript with the TypeScript in its source map.</summary>
    public void WriteTypeScript(string folder, string text)
    {
        var map = JsonSerializer.SerializeToUtf8Bytes(new { sourcesContent = new[] { text } });
        Write(
            $".originals/node_modules/@cdktf/provider-aws/lib/{folder}/index.js",
            $"//# sourceMappingURL=data:application/json;base64,{Convert.ToBase64String(map)}\n"
        );
    }

    /// <summary>Writes the JavaScript of the resource <c>lb</c>, and makes the module have it.</summary>
    public void WriteJavaScriptOfLb(string text)
    {
        var file = PathOf(".originals", "node_modules", "@cdktf", "provider-aws", "lib", "lb", "index.js");
        File.AppendAllText(file, text);
        Write(
            ".originals/node_modules/@cdktf/provider-aws/.jsii",
            """
            { "name": "@cdktf/provider-aws", "version": "21.22.1", "types": {}, "submodules": { "@cdktf/provider-aws.lb": { "symbolId": "src/lb/index:" } } }
            """
        );
    }

    /// <summary>Makes pacmak write another C# file.</summary>
    public void AlsoGenerate(string file, string text) =>
        File.AppendAllText(
            PathOf(".originals", "node_modules", "jsii-pacmak", "bin", "jsii-pacmak"),
            $"\nfs.writeFileSync(path.join(project, {JsonSerializer.Serialize(file)}), {JsonSerializer.Serialize(text)});\n"
        );

    public void Dispose() => _directory.Dispose();
}
