using System.Text.Json.Nodes;
using Mooring.StandIns.Clusters;
using Mooring.StandIns.Remote;

namespace Mooring.StandIns.Controller;

/// <summary>
/// The webhooks of the controller: the first one adds to a new TargetGroupBinding what its target group has, the second one checks new and changed
/// ones. While they cannot be called, their failure policy <c>Fail</c> refuses every binding.
/// </summary>
/// <param name="account">The account.</param>
/// <param name="cluster">The cluster.</param>
/// <param name="run">The run of Terraform that makes the call; <see langword="null"/> for a call of somebody else.</param>
/// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/webhooks/elbv2/targetgroupbinding_validator.go"/>
/// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/webhooks/elbv2/targetgroupbinding_mutator.go"/>
internal sealed class BindingWebhook(PretendedAccount account, ClusterState cluster, object? run)
{
    private const string Service = "aws-load-balancer-webhook-service";
    private const string Mutating = "mtargetgroupbinding.elbv2.k8s.aws";
    private const string Validating = "vtargetgroupbinding.elbv2.k8s.aws";

    /// <summary>Below these versions the second webhook compares no target groups, or refuses every second binding of one.</summary>
    private static readonly Version s_firstWithUniqueGroups = new(2, 3);
    private static readonly Version s_firstWithSharedGroups = new(2, 12);

    /// <summary>The spec of a new binding, with the defaults of its target group.</summary>
    /// <exception cref="RemoteException">It is refused.</exception>
    public JsonObject Create(BindingManifest manifest)
    {
        if (cluster.Controller is null)
        {
            // Its webhooks were removed with it.
            return manifest.Spec;
        }

        RequireAnswer();
        var spec = WithDefaults(manifest.Spec.DeepClone().AsObject());
        Denied(Validating, () => Validate(manifest.FullName, new BindingSpec(spec, Version), isNew: true));
        return spec;
    }

    /// <summary>Checks the spec of a changed binding.</summary>
    /// <exception cref="RemoteException">It is refused.</exception>
    public void Update(BindingObject binding, JsonObject changed)
    {
        if (cluster.Controller is null)
        {
            return;
        }

        RequireAnswer();
        var (old, @new) = (new BindingSpec(binding.Spec, Version), new BindingSpec(changed, Version));
        Denied(
            Validating,
            () =>
            {
                RequireUnchanged(old, @new);
                Validate(binding.FullName, @new, isNew: false);
            }
        );
    }

    private Version Version => cluster.Controller!.Version;

    private void RequireAnswer()
    {
        var reason =
            !BindingController.IsRunning(account, cluster) ? $"no endpoints available for service \"{Service}\""
            : run is not null && cluster.ReplacedCertificate == run
                ? "tls: failed to verify certificate: x509: certificate signed by unknown authority (possibly because of \"crypto/rsa: verification "
                    + "error\" while trying to verify candidate authority certificate \"aws-load-balancer-controller-ca\")"
            : null;
        if (reason is not null)
        {
            var address = $"https://{Service}.{cluster.Controller!.Namespace}.svc:443/mutate-elbv2-k8s-aws-v1beta1-targetgroupbinding?timeout=10s";
            throw new RemoteException($"Internal error occurred: failed calling webhook \"{Mutating}\": failed to call webhook: Post \"{address}\": {reason}");
        }
    }

    private JsonObject WithDefaults(JsonObject spec)
    {
        Denied(
            Mutating,
            () =>
            {
                var binding = new BindingSpec(spec, Version);
                if (binding.TargetGroupArn is null && binding.TargetGroupName is null)
                {
                    throw new RemoteException("must provide either TargetGroupARN or TargetGroupName");
                }

                var group = BindingController.AwsOf(account, cluster)!.DescribeTargetGroup(binding);
                spec["targetGroupARN"] = group["arn"].Text;
                Default(spec, "targetType", group["target_type"].Text ?? BindingSpec.Instance);
                Default(spec, "ipAddressType", group["ip_address_type"].Text ?? "ipv4");
                Default(spec, "vpcID", group["vpc_id"].Text);
                Default(spec, "targetGroupProtocol", group["protocol"].Text);
            }
        );
        return spec;
    }

    private void Default(JsonObject spec, string field, string? value)
    {
        if (value is not null && spec[field] is null && BindingFields.Has(Version, field))
        {
            spec[field] = value;
        }
    }

    private void Validate(string name, BindingSpec binding, bool isNew)
    {
        Require(binding.TargetType is not null, "TargetGroupBinding must specify these fields: spec.targetType");
        Require(binding.TargetType != BindingSpec.Ip || !binding.HasNodeSelector, "TargetGroupBinding cannot set NodeSelector when TargetType is ip");
        RequireOneBinding(name, binding, isNew);
        Require(binding.RoleToAssume is null || binding.TargetType != BindingSpec.Instance, "Unable to use instance target type while using assume role");
        if (isNew)
        {
            RequireSameAsGroup(binding);
        }
    }

    /// <summary>Target type and group are not compared.</summary>
    private void RequireSameAsGroup(BindingSpec binding)
    {
        var group = BindingController.AwsOf(account, cluster)!.DescribeTargetGroup(binding);
        var (arn, type) = (binding.TargetGroupArn, group["ip_address_type"].Text ?? binding.IpAddressType ?? "ipv4");
        Require((binding.IpAddressType ?? "ipv4") == type, $"invalid IP address type {type} for TargetGroup {arn}");
        Require(binding.VpcId == (group["vpc_id"].Text ?? binding.VpcId), $"invalid VpcID {binding.VpcId} doesnt match VpcID from TargetGroup {arn}");
        Require(
            binding.TargetGroupProtocol is not { } protocol || protocol == (group["protocol"].Text ?? protocol),
            $"TargetGroup {arn} protocol differs (got {binding.TargetGroupProtocol}, expected {group["protocol"].Text})"
        );
    }

    private void RequireOneBinding(string name, BindingSpec binding, bool isNew)
    {
        var same = cluster
            .Bindings.Where(other => !other.IsOfAutoMode && other.FullName != name)
            .Select(other => (other.FullName, Spec: new BindingSpec(other.Spec, Version)))
            .Where(other => other.Spec.TargetGroupArn == binding.TargetGroupArn)
            .ToArray();
        if (same.Length == 0 || Version < s_firstWithUniqueGroups)
        {
            return;
        }

        if (Version < s_firstWithSharedGroups)
        {
            Require(!isNew, $"TargetGroup {binding.TargetGroupArn} is already bound to TargetGroupBinding {same[0].FullName}");
            return;
        }

        Require(
            binding.IsMultiCluster && same.All(other => other.Spec.IsMultiCluster),
            $"TargetGroup {binding.TargetGroupArn} is already bound to following TargetGroupBindings "
                + $"[{string.Join(' ', same.Select(other => other.FullName))}]. "
                + $"Please enable MultiCluster mode on all TargetGroupBindings referencing {binding.TargetGroupArn} or choose a different Target Group ARN."
        );
    }

    private static void RequireUnchanged(BindingSpec old, BindingSpec @new)
    {
        (string Field, bool IsChanged)[] fields =
        [
            ("spec.targetGroupARN", old.TargetGroupArn != @new.TargetGroupArn),
            ("spec.targetType", old.TargetType != @new.TargetType),
            ("spec.ipAddressType", old.IpAddressType != @new.IpAddressType && (old.IpAddressType is not null || @new.IpAddressType != "ipv4")),
            ("spec.vpcID", old.VpcId is not null && old.VpcId != @new.VpcId),
        ];
        var changed = fields.Where(field => field.IsChanged).Select(field => field.Field).ToArray();
        Require(changed.Length == 0, $"TargetGroupBinding update may not change these immutable fields: {string.Join(',', changed)}");
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new RemoteException(otherwise);
        }
    }

    private static void Denied(string webhook, Action check)
    {
        try
        {
            check();
        }
        catch (RemoteException exception)
        {
            throw new RemoteException($"admission webhook \"{webhook}\" denied the request: {exception.Message}");
        }
    }
}
