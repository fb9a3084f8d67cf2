using System.Reflection;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Mooring.Clusters;
using Mooring.Limits;
using Mooring.TargetGroupBindings;
using Xunit;

namespace Mooring.Tests.Limits;

/// <summary>
/// A limit checks what its attributes state, so the schema of the fleet file, which is generated from them, agrees with the checks.
/// </summary>
public class LimitFacetsTests
{
    /// <summary>Texts, each of which some limit accepts.</summary>
    private static readonly string[] s_texts =
    [
        "shop",
        "shop-1",
        "Shop_1",
        "internal-shop",
        "sg-shop",
        "a",
        string.Empty,
        "*",
        "team-*",
        "system:masters",
        "developers",
        "200-399,404",
        "default.svc",
        "111122223333",
        "eu-west-1",
        "us-gov-west-1",
        "vpc-0a1b2c3d",
        "vpc-0a1b2c3d4e5f60718",
        "subnet-0aa11111111111111",
        "sg-0a1b2c3d",
        "pl-0a1b2c3d",
        "lt-0a1b2c3d",
        "ipam-pool-0a1b2c3d",
        "vpce-0a1b2c3d",
        "batch-?*",
        "arn:aws:sso:::instance/ssoins-1234567890abcdef",
        "83d4a8b2-1011-70ab-9f3e-5c6d7e8f9a0b",
        "exp",
        "arn:aws:kms:eu-west-1:111122223333:key/11111111-2222",
        "arn:aws:iam::111122223333:role/path/admin",
        "arn:aws:iam::aws:policy/View",
        "arn:aws-cn:iam::111122223333:user/me",
        "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222",
        "arn:aws:iam::111122223333:server-certificate/shop",
        "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/50dc6c495c0c9188",
        "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2",
        "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener-rule/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee",
        "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop/73e2d6bc24d8a067",
        "arn:aws:elasticloadbalancing:eu-west-1:111122223333:truststore/shop/73e2d6bc24d8a067",
        "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/11111111-2222",
        "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_abc",
        "arn:aws:eks:eu-west-1:111122223333:cluster/shop",
        "10.0.0.0/8",
        "2001:db8::/32",
        "example.com/tier",
        "kubernetes.io/os",
        "node.kubernetes.io/pool",
        "aws:tag",
        "Cost Center",
        "/",
        "/platform/",
        "logs/access",
        "AWSLogs/x",
        "/healthz",
        "?query",
        "https://login.example.com",
        " https://login.example.com",
        "https://login.example.com\n",
        "HTTPS://login.example.com",
        "https://git.example.com/apps.git",
        "{{ .url }}",
        "main",
        "apps/controller",
        ".",
        "apps/../x",
        "AWSALB",
        "market",
        "1.33",
        "v1.3.4-eksbuild.1",
        "W001",
        "2.13.4",
        "AL2023_x86_64_STANDARD",
        "CUSTOM",
        "AmazonEKSViewPolicy",
        "text/html",
        "GET",
        "X-Canary",
        "Host",
        "host",
        "*.example.com",
        "/api/*",
        "public.ecr.aws/eks/controller",
        "ELBSecurityPolicy-TLS13-1-2-2021-06",
        "m7i.large",
        "fleets/market",
        "ghain-xkhBBD6p8bTCMC5t",
        "ot-hmAyP66qk2AMVdbJ",
        "user-GhUrbDRAvJqPlb8e",
        "my-states",
        "Platform team",
    ];

    /// <summary>Lengths at which some limit ends.</summary>
    private static readonly int[] s_lengths =
    [
        1,
        2,
        14,
        15,
        16,
        31,
        32,
        33,
        40,
        41,
        52,
        53,
        62,
        63,
        64,
        100,
        101,
        127,
        128,
        129,
        252,
        253,
        254,
        256,
        257,
        511,
        512,
        513,
        1023,
        1024,
        1025,
        1224,
        1225,
    ];

    /// <summary>Numbers of entries at which some limit ends.</summary>
    private static readonly int[] s_counts = [0, 1, 2, 5, 6, 40, 41, 50, 51];

    /// <summary>Limits of other values than numbers, texts, lists of texts and mappings of texts.</summary>
    private static readonly string[] s_others =
    [
        "ServiceLimits.Port",
        "TargetGroupBindingLimits.NetworkingPort",
        "EksLimits.NodeTaints",
        "EksLimits.ResolveConflictsOnCreate",
        "IamLimits.MaxSessionDuration",
    ];

    public static TheoryData<string> NumberLimits => new(NamesOf<int>());

    public static TheoryData<string> TextLimits => new(NamesOf<string>());

    public static TheoryData<string> ListLimits => new(NamesOf<IReadOnlyList<string>>());

    public static TheoryData<string> MapLimits => new(NamesOf<IReadOnlyDictionary<string, string>>());

    [Fact]
    public void Every_limit_with_facets_is_tested_here() =>
        LimitFacets
            .Limits.Select(NameOf)
            .Should()
            .BeEquivalentTo([
                .. s_others,
                .. NamesOf<int>(),
                .. NamesOf<string>(),
                .. NamesOf<IReadOnlyList<string>>(),
                .. NamesOf<IReadOnlyDictionary<string, string>>(),
            ]);

    [Theory]
    [MemberData(nameof(NumberLimits))]
    public void A_number_at_its_bounds_is_accepted_and_the_next_one_is_not(string name) => AgreeOnNumbers(LimitOf(name), number => number);

    [Fact]
    public void A_session_of_as_many_seconds_as_its_bounds_is_accepted_and_the_next_one_is_not() =>
        AgreeOnNumbers(LimitOf("IamLimits.MaxSessionDuration"), number => TimeSpan.FromSeconds(number));

    [Fact]
    public void A_node_group_has_as_many_taints_as_its_entries_and_no_more() => AgreeOnNumbers(LimitOf("EksLimits.NodeTaints"), Taints);

    [Fact]
    public void An_add_on_is_created_with_any_resolution_of_conflicts_that_its_values_name() =>
        Enum.GetValues<ConflictResolution>().Where(value => !Agree(LimitOf("EksLimits.ResolveConflictsOnCreate"), value)).Should().BeEmpty();

    [Theory]
    [InlineData("ServiceLimits.Port")]
    [InlineData("TargetGroupBindingLimits.NetworkingPort")]
    public void A_port_is_a_number_within_bounds_or_a_name_that_matches(string name)
    {
        var limit = LimitOf(name);
        AgreeOnNumbers(limit, number => new ServicePort(number));
        string[] names =
        [
            "http",
            "a",
            "8a",
            "80",
            "-a",
            "a-",
            "a--b",
            "web-http",
            "Http",
            string.Empty,
            new('a', 15),
            new('a', 16),
            new('a', 63),
            new('a', 64),
        ];

        names.Where(text => !Agree(limit, new ServicePort(text))).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(TextLimits))]
    public void Some_texts_are_accepted_and_some_are_not(string name)
    {
        var limit = LimitOf(name);
        string[] texts = [.. s_texts, .. s_lengths.Select(length => new string('a', length))];

        texts.Should().Contain(text => !Refuses(limit, text)).And.Contain(text => Refuses(limit, text));
        texts.Where(text => !Agree(limit, text)).Should().BeEmpty();
    }

    [Property(MaxTest = 500, QuietOnSuccess = true)]
    public Property A_text_is_accepted_by_a_limit_when_its_facets_accept_it() =>
        Prop.ForAll(
            Texts.ToArbitrary(),
            text =>
                LimitFacets
                    .Limits.Where(limit => LimitFacets.TypeOf(limit) == typeof(string) && !Agree(limit, text))
                    .Select(NameOf)
                    .Should()
                    .BeEmpty("of {0}", text)
        );

    [Theory]
    [MemberData(nameof(ListLimits))]
    public void A_list_is_accepted_when_its_facets_accept_it(string name)
    {
        var limit = LimitOf(name);
        string[][] lists =
        [
            .. s_counts.Select(count => Enumerable.Range(0, count).Select(index => $"entry{index}").ToArray()),
            .. s_counts.Select(count => Enumerable.Range(0, count).Select(index => $"10.0.{index}.0/24").ToArray()),
            .. s_texts.Select(text => new[] { text }),
            .. s_texts.Select(text => new[] { text, "other" }),
            .. s_texts.Select(text => new[] { text, text }),
        ];

        lists.Should().Contain(list => Refuses(limit, list)).And.Contain(list => !Refuses(limit, list));
        lists.Where(list => !Agree(limit, list)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(MapLimits))]
    public void A_mapping_is_accepted_when_its_facets_accept_it(string name)
    {
        var limit = LimitOf(name);
        Dictionary<string, string>[] maps =
        [
            .. s_counts.Select(count => Enumerable.Range(0, count).ToDictionary(index => $"key{index}", _ => "value")),
            .. s_texts.Select(text => new Dictionary<string, string> { [text] = "value" }),
            .. s_texts.Select(text => new Dictionary<string, string> { ["key"] = text }),
        ];

        maps.Should().Contain(map => Refuses(limit, map)).And.Contain(map => !Refuses(limit, map));
        maps.Where(map => !Agree(limit, map)).Should().BeEmpty();
    }

    /// <summary>Texts near those that some limit accepts: cut, longer, with another character in a place.</summary>
    private static Gen<string> Texts =>
        from text in Gen.OneOf(Gen.Elements(s_texts), Gen.Elements(s_lengths).Select(length => new string('a', length)))
        from place in Gen.Choose(0, text.Length)
        from put in Gen.Elements("-", ".", "/", "_", "*", " ", "A", "z", "9", "é", "\n", "{{", "?", ":", string.Empty)
        from cut in Gen.Choose(0, 2)
        from more in Gen.Elements(string.Empty, string.Empty, "/x", "-", new string('a', 32))
        select text[..place] + put + text[Math.Min(text.Length, place + cut)..] + more;

    private static NodeTaint[] Taints(int count) =>
        [.. Enumerable.Range(0, count).Select(index => new NodeTaint { Key = $"key-{index}", Effect = TaintEffect.NoSchedule })];

    /// <summary>Tries the ends of each range, and the numbers beside them.</summary>
    private static void AgreeOnNumbers(MethodInfo limit, Func<int, object> value)
    {
        var ranges = RangesOf(limit).ToArray();
        var tried = ranges
            .SelectMany(range => new[] { range.Least, range.Most })
            .Where(end => end != int.MaxValue)
            .SelectMany(end => new[] { end - 1, end, end + 1 })
            .Where(number => number >= 0 || LimitFacets.Of(limit).OfType<BoundsAttribute>().Any())
            .Distinct()
            .ToArray();

        tried.Should().NotBeEmpty();
        tried.Where(number => Refuses(limit, value(number)) == ranges.Any(range => number >= range.Least && number <= range.Most)).Should().BeEmpty();
    }

    private static IEnumerable<(int Least, int Most)> RangesOf(MethodInfo limit) =>
        LimitFacets
            .Of(limit)
            .SelectMany<FacetAttribute, (int, int)>(facet =>
                facet switch
                {
                    BoundsAttribute bounds => [(bounds.Least, bounds.Most)],
                    EntriesAttribute entries => [(entries.Least, entries.Most)],
                    ValuesAttribute values => values.Values.OfType<int>().Select(value => (value, value)),
                    _ => [],
                }
            );

    /// <summary>Whether a limit and its facets accept the same; where the facets are partial, the limit may refuse more.</summary>
    private static bool Agree(MethodInfo limit, object value) =>
        LimitFacets.AreComplete(limit) ? Refuses(limit, value) != LimitFacets.Accept(limit, value) : Refuses(limit, value) || LimitFacets.Accept(limit, value);

    private static bool Refuses(MethodInfo limit, object value) => LimitFacets.Refusal(limit, value) is not null;

    private static IEnumerable<string> NamesOf<T>() => LimitFacets.Limits.Where(limit => LimitFacets.TypeOf(limit) == typeof(T)).Select(NameOf);

    private static MethodInfo LimitOf(string name) => LimitFacets.Limits.Single(limit => NameOf(limit) == name);

    private static string NameOf(MethodInfo limit) => $"{limit.DeclaringType!.Name}.{limit.Name}";
}
