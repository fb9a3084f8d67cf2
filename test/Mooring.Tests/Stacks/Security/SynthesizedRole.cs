using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Mooring.TestKit;

namespace Mooring.Tests.Stacks.Security;

/// <summary>A role, or a policy in one, of a stack that was synthesized and reviewed: who may assume it, and what it may do.</summary>
/// <param name="Title">What it is for.</param>
/// <param name="Stack">Its stack: <c>fleet/cluster-blue</c>.</param>
/// <param name="Construct">The construct in the stack that defines it.</param>
internal sealed partial record SynthesizedRole(string Title, string Stack, string Construct)
{
    private static readonly string[] s_fleets = ["fleet", "everything", "everything-else"];

    private readonly JsonNode _stack = JsonNode.Parse(File.ReadAllText(Repository.PathOf("main.tf.json.snapshots", $"{Stack}.verified.json")))!;

    /// <summary>The stacks of fleets: <c>fleet/cluster-blue</c>.</summary>
    public static IEnumerable<string> Stacks =>
        s_fleets.SelectMany(fleet =>
            Directory
                .EnumerateFiles(Repository.PathOf("main.tf.json.snapshots", fleet), "*.verified.json")
                .Select(file => $"{fleet}/{Path.GetFileName(file).Replace(".verified.json", string.Empty, StringComparison.Ordinal)}")
        );

    /// <summary>The constructs of a stack that define roles, their policies or access to a cluster, without the names that users choose.</summary>
    public static IEnumerable<string> KindsIn(string stack) =>
        new SynthesizedRole(string.Empty, stack, string.Empty).OfTypes("aws_iam_role", "aws_iam_role_policy").Select(resource => KindOf(PathOf(resource)[1]));

    /// <summary>The construct without the name that a user chose.</summary>
    public string Kind => KindOf(Construct);

    /// <summary>Who may assume it: principals, actions and conditions of each statement.</summary>
    public IEnumerable<(string Principals, string Actions, string Conditions)> Trust =>
        Own("aws_iam_role")
            .SelectMany(role =>
                _stack["data"]!["aws_iam_policy_document"]![Reference().Match($"{role["assume_role_policy"]}").Groups[1].Value]!["statement"]!.AsArray()
            )
            .Select(statement =>
                (
                    string.Join("; ", statement!["principals"]!.AsArray().Select(principal => $"{principal!["type"]}: {Quoted(principal["identifiers"])}")),
                    Quoted(statement["actions"]),
                    Conditions(statement["condition"])
                )
            );

    /// <summary>What it may do: actions or policies, resources and conditions of each statement.</summary>
    public IEnumerable<(string Actions, string Resources, string Conditions)> Permissions =>
        [
            .. Own("aws_iam_role_policy")
                .SelectMany(policy => JsonNode.Parse($"{policy["policy"]}")!["Statement"]!.AsArray())
                .Select(statement => (Quoted(statement!["Action"]), Quoted(statement["Resource"]), Tests(statement["Condition"]))),
            .. Own("aws_iam_role_policy_attachment").Select(attachment => Attached($"{attachment["policy_arn"]}")),
            .. Own("aws_eks_access_policy_association")
                .Select(access =>
                    (
                        $"EKS's access policy {Quoted($"{access["policy_arn"]}".Split('/')[^1])}",
                        access["access_scope"]!["namespaces"] is { } namespaces ? $"the namespaces {Quoted(namespaces)}" : "the whole cluster",
                        string.Empty
                    )
                ),
        ];

    /// <summary>An account's own policy has its number, where one of AWS has <c>aws</c>.</summary>
    private static (string Actions, string Resources, string Conditions) Attached(string policyArn) =>
        policyArn.Split(':')[4] == "aws"
            ? ($"AWS's policy {Quoted(policyArn.Split('/')[^1])}", "as AWS defines it", string.Empty)
            : ($"your policy {Quoted(policyArn.Split('/')[^1])}", "as you define it", string.Empty);

    private IEnumerable<JsonNode> Own(string type) => OfTypes(type).Where(resource => PathOf(resource)[1] == Construct);

    private IEnumerable<JsonNode> OfTypes(params string[] types) =>
        types.SelectMany(type => _stack["resource"]?[type]?.AsObject().Select(resource => resource.Value!) ?? []);

    private static string[] PathOf(JsonNode resource) => $"{resource["//"]!["metadata"]!["path"]}".Split('/');

    private static string KindOf(string construct) => construct.Split('-')[0];

    private static string Conditions(JsonNode? conditions) =>
        string.Join("; ", (conditions as JsonArray ?? []).Select(each => Condition($"{each!["test"]}", each["variable"], each["values"])));

    private static string Tests(JsonNode? condition) =>
        string.Join("; ", (condition as JsonObject ?? []).SelectMany(test => test.Value!.AsObject().Select(key => Condition(test.Key, key.Key, key.Value))));

    private static string Condition(string test, JsonNode? key, JsonNode? values) =>
        test switch
        {
            "Null" => $"{Quoted(key)} {($"{values}" == "false" ? "is there" : "is not there")}",
            "ArnLike" or "StringLike" => $"{Quoted(key)} is like {Quoted(values)}",
            "StringEqualsIfExists" => $"{Quoted(key)} is {Quoted(values)}, or is not there",
            "ForAllValues:StringEquals" => $"{Quoted(key)} are no others than {Quoted(values)}",
            "StringEquals" => $"{Quoted(key)} is {Quoted(values)}",
            _ => throw new ArgumentException($"has no words for '{test}'", nameof(test)),
        };

    private static string Quoted(JsonNode? oneOrMany) =>
        string.Join(", ", (oneOrMany is JsonArray many ? [.. many] : new[] { oneOrMany }).Select(text => $"`{Readable($"{text}")}`"));

    /// <summary>Account, partition and region are those of the fleet.</summary>
    private static string Readable(string text) =>
        new (Regex What, string With)[] { (Partition(), "aws"), (DnsSuffix(), "amazonaws.com"), (Account(), "111122223333"), (Issuer(), "<issuer>") }.Aggregate(
            text.Replace("cn-north-1", "eu-west-1", StringComparison.Ordinal),
            (readable, replaced) => replaced.What.Replace(readable, replaced.With)
        );

    [GeneratedRegex(@"\$\{data\.aws_partition\.[^}]*\.dns_suffix\}")]
    private static partial Regex DnsSuffix();

    [GeneratedRegex(@"\$\{replace\([^}]*\.issuer, [^}]*\)\}")]
    private static partial Regex Issuer();

    [GeneratedRegex(@"data\.aws_iam_policy_document\.([^.]+)\.")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\$\{data\.aws_partition\.[^}]*\.partition\}")]
    private static partial Regex Partition();

    [GeneratedRegex(@"\$\{data\.aws_caller_identity\.[^}]*\}")]
    private static partial Regex Account();
}
